-- What a running job is doing now, for kinds whose progress is a share of the whole; null otherwise.
alter table jobs add column stage text;
