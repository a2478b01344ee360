-- The force curve of an instrumented test: the file is an object, what it told is kept as it was found then.
create table force_curves (
  specimen_id uuid primary key references specimens (id),
  file_name text not null check (file_name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  -- What was told with the file: units, pendulum, forces.
  settings jsonb not null,
  -- Forces, energies, estimates, the line of the picture, and the version of the method.
  findings jsonb not null,
  attached_by text not null,
  attached_at timestamptz(3) not null
);
create index force_curves_object on force_curves (object_key(sha256));

-- As in 0015: what is there stays, one kind more.
do $$
begin
  execute 'create or replace view object_references (key, kind, id) as '
    || rtrim(pg_get_viewdef('object_references'::regclass), '; ')
    || ' union all select object_key(sha256), ''force-curve''::text, specimen_id::text from force_curves';
end $$;

alter table record_revisions drop constraint record_revisions_change_check;
alter table record_revisions add constraint record_revisions_change_check check (
  change in ('created', 'changed', 'deleted', 'picture-linked', 'picture-unlinked', 'curve-attached', 'curve-removed')
);

insert into person_columns values ('force_curves', 'attached_by');
