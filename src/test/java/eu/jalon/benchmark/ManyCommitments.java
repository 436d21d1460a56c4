package eu.jalon.benchmark;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A register of many commitments of several meetings, three fifths of them in progress, each with
 * one open item, every third of which is overdue; the date of every tenth was moved.
 */
final class ManyCommitments {

  private ManyCommitments() {}

  /** Puts them beside what is there, so many people share the items. */
  static void fill(JdbcClient jdbc, int commitments, int people) {
    for (String statement : STATEMENTS) {
      jdbc.sql(
              statement
                  .replace(":commitments", String.valueOf(commitments))
                  .replace(":people", String.valueOf(people)))
          .update();
    }
  }

  private static final List<String> STATEMENTS =
      List.of(
          """
          insert into person (id, name, email, language, role, ministry)
          select 'reader-' || n, '{"fr":"Point de contact ' || n || '"}', 'reader-' || n || '@example.org',
                 case n % 2 when 0 then 'fr' else 'nl' end, 'FOCAL_POINT',
                 case n % 2 when 0 then 'FR-INT' else 'BE-IBZ' end
          from generate_series(0, :people - 1) n
          on conflict do nothing
          """,
          """
          insert into theme (meeting_id, number, title)
          select meeting, 50 + n, '{"fr":"Thème ' || n || '","nl":"Thema ' || n || '"}'
          from generate_series(0, 9) n, unnest(array['VD2016', 'VD2018', 'VD2021', 'VD2023']) meeting
          """,
          """
          insert into commitment
            (ref, meeting_id, theme, position, title, summary, track, accountable,
             deadline_rule, due_meeting_id, due_on, status, health, entered_at,
             entered_by, closed_on)
          select meeting || '-' || theme || '.' || lpad(position::text, greatest(2, length(position::text)), '0'),
                 meeting, theme, position,
                 '{"fr":"' || verbs[1 + n % 7] || ' ' || things[1 + n / 7 % 11] || ' ' || fields[1 + n / 77 % 9]
                   || case when n % 5000 = 7 then ' par filigrane' else '' end || ', dossier ' || n
                   || '","nl":"Dossier ' || n || ' over ' || nouns[1 + n / 3 % 5] || '"}',
                 '{"fr":"' || repeat('Les deux parties ' || things[1 + n % 11] || ' ' || fields[1 + n % 9] || '. ', 5) || '"}',
                 (array['OPERATIONAL_CAPABILITY', 'LEGAL_INSTRUMENT', 'STANDING_COOPERATION', 'JOINT_POSITION'])[1 + n % 4],
                 (array['BE', 'FR'])[1 + n % 2],
                 'S-30', case when n % 5 < 3 then 'VD2027' end, date '2026-09-01' + n % 540,
                 (array['IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'FULFILLED', case n % 2 when 0 then 'CARRIED_OVER' else 'WITHDRAWN' end])[1 + n % 5],
                 (array['ON_TRACK', 'AT_RISK', 'BLOCKED', 'SILENT'])[1 + n / 11 % 4],
                 timestamptz '2026-01-05 09:00+00' + n % 300 * interval '1' day, 'bench',
                 case when n % 5 > 2 then date '2026-01-06' + n % 300 + n % 97 end
          from (
            select n, (array['VD2016', 'VD2018', 'VD2021', 'VD2023'])[1 + n % 4] as meeting,
                   50 + n / 4 % 10 as theme, n / 40 + 1 as position,
                   array['Renforcer', 'Évaluer', 'Préparer', 'Organiser', 'Désigner', 'Étudier', 'Publier'] as verbs,
                   array['la coopération', 'les contrôles', 'un accord', 'la réunion', 'une équipe commune', 'le centre', 'des exercices', 'la formation', 'une note', 'les échanges', 'l’alerte'] as things,
                   array['aux frontières', 'en mer du Nord', 'contre la fraude', 'sur les ports', 'de police', 'de justice', 'en matière cyber', 'de défense', 'avec les douanes'] as fields,
                   array['grenscontrole', 'samenwerking', 'douane', 'politie', 'verdediging'] as nouns
            from generate_series(0, :commitments - 1) n) numbered
          """,
          """
          insert into commitment_lead (ref, party, ministry)
          select ref, split_part(lead, '-', 1), lead
          from (
            select ref, substring(title::json ->> 'fr' from 'dossier ([0-9]+)$')::integer as n
            from commitment where entered_by = 'bench') numbered,
            unnest(array[
              (array['BE-IBZ', 'BE-JUS', 'BE-MAE', 'BE-DEF', 'BE-AMI', 'BE-FIN', 'BE-MOB'])[1 + n / 2 % 7],
              (array['FR-INT', 'FR-JUS', 'FR-MEAE', 'FR-ARM', 'FR-ECO', 'FR-TRA'])[1 + n / 3 % 6]]) lead
          """,
          """
          insert into commitment_change (ref, what, old_value, new_value, changed_at, changed_by)
          select ref, 'DUE_DATE', cast(due_on - 30 as varchar), cast(due_on as varchar),
                 entered_at + position % 90 * interval '1' day, 'bench'
          from commitment where entered_by = 'bench' and position % 10 = 0
          """,
          """
          insert into commitment_search (ref, meeting_id, theme, position, words)
          select ref, meeting_id, theme, position, ' ' || trim(regexp_replace(translate(lower(ref || ' ' || (title::json ->> 'fr') || ' ' || (title::json ->> 'nl') || ' ' || (summary::json ->> 'fr')),
                   'àâäçéèêëîïôöùûü', 'aaaceeeeiioouuu'), '[^a-z0-9]+', ' ', 'g')) || ' '
          from commitment where entered_by = 'bench'
          """,
          """
          insert into commitment_associate (ref, ministry)
          select ref, 'BE-PM' from commitment where entered_by = 'bench' and position % 3 = 0
          """,
          """
          insert into action_item
            (id, ref, meeting_id, theme, step, ministry, due_on, due_offset, assignee, status, created_at)
          select 'many-' || n, ref, meeting_id, theme, 'finalEvaluation',
                 (select l.ministry from commitment_lead l
                  where l.ref = numbered.ref and l.party = case n % 2 when 0 then 'FR' else 'BE' end),
                 date '2027-03-02' + (case when n % 3 = 0 then - 1 - n % 200 else n % 250 end)::integer, '0',
                 'reader-' || n % :people, 'OPEN', now()
          from (
            select row_number() over (order by ref) as n, ref, meeting_id, theme
            from commitment where entered_by = 'bench' and status = 'IN_PROGRESS') numbered
          """,
          """
          update action_item i set on_time_until = least(i.due_on, c.due_on)
          from commitment c where c.ref = i.ref
          """,
          """
          insert into progress_report (ref, ministry, status, text, reported_at, reported_by)
          select ref, ministry, 'ON_TRACK', 'Le comité s’est réuni.', entered_at + interval '60' day,
                 'bench'
          from commitment join commitment_lead using (ref)
          where entered_by = 'bench' and party = 'BE'
          """,
          "vacuum analyze");
}
