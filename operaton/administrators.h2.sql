-- The engine's group of administrators has another name in Operaton. A new database has no tables of the engine yet.
set @engine = exists (select 1 from information_schema.tables where upper(table_name) = 'ACT_ID_GROUP');
execute immediate case when @engine then
  'insert into act_id_group (id_, rev_, name_, type_)
     select ''operaton-admin'', rev_, name_, type_ from act_id_group where id_ = ''camunda-admin'''
  else 'set @engine = false' end;
execute immediate case when @engine then
  'update act_id_membership set group_id_ = ''operaton-admin'' where group_id_ = ''camunda-admin'''
  else 'set @engine = false' end;
execute immediate case when @engine then
  'update act_ru_authorization set group_id_ = ''operaton-admin'' where group_id_ = ''camunda-admin'''
  else 'set @engine = false' end;
execute immediate case when @engine then
  'delete from act_id_group where id_ = ''camunda-admin'''
  else 'set @engine = false' end;
set @engine = null;
