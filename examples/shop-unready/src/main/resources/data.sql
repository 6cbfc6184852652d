insert into product (sku, name, price, stock) values
    ('TEA-100', 'Green tea, 100 g', 4.50, 1000),
    ('CUP-1', 'Cup, stoneware', 12.00, 200)
on conflict (sku) do nothing;
