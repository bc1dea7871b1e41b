module example.com/Vendor/pool
