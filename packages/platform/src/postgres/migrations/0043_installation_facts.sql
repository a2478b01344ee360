-- What workers found out about the whole installation and how they are set, told again whenever they look: people who watch
-- over it read it without the work being done again.
create table installation_facts (
  name text primary key,
  told_at timestamptz(3) not null,
  fact jsonb not null
);
