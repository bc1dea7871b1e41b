module example.com/shop

go 1.22

require example.com/Vendor/pool v1.2.0
