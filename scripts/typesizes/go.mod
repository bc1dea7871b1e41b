module typesizes

go 1.19
