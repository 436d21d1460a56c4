-- The engine's group of administrators has another name in Operaton. A new database has no tables of the engine yet.
do $$
begin
  if to_regclass('act_id_group') is not null then
    insert into act_id_group (id_, rev_, name_, type_)
      select 'operaton-admin', rev_, name_, type_ from act_id_group where id_ = 'camunda-admin';
    update act_id_membership set group_id_ = 'operaton-admin' where group_id_ = 'camunda-admin';
    update act_ru_authorization set group_id_ = 'operaton-admin' where group_id_ = 'camunda-admin';
    delete from act_id_group where id_ = 'camunda-admin';
  end if;
end
$$;
