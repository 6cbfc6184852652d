create table if not exists product (
    sku text primary key,
    name text not null,
    price numeric(10, 2) not null check (price >= 0),
    stock integer not null check (stock >= 0)
);

create table if not exists purchase (
    id uuid primary key,
    sku text not null references product (sku),
    quantity integer not null check (quantity > 0),
    refunded boolean not null default false
);
