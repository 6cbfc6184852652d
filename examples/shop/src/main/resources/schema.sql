create table if not exists product (
    sku text primary key,
    name text not null,
    price numeric(10, 2) not null check (price >= 0),
    stock integer not null check (stock >= 0)
);

create table if not exists purchase (
    id uuid primary key,
    customer text not null,
    status text not null check (status in ('PLACED', 'CANCELLED'))
);

create table if not exists purchase_line (
    purchase_id uuid not null references purchase (id),
    sku text not null references product (sku),
    quantity integer not null check (quantity > 0),
    unit_price numeric(10, 2) not null,
    primary key (purchase_id, sku)
);
