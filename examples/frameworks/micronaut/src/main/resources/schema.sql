create table if not exists booking (
  room text not null,
  day date not null,
  who text not null,
  primary key (room, day)
);
