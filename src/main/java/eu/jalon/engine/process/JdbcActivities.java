package eu.jalon.engine.process;

import eu.jalon.engine.model.ModelElements;
import eu.jalon.shared.PartyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the activities of a process and of those that it called from the engine's history with one
 * statement; the engine's API needs one for each process, and others for the parties.
 */
@Repository
class JdbcActivities {

  private static final int CANCELED = 2;

  /**
   * An activity, which a process instance has entered.
   *
   * @param element the element id without the suffix of the multi-instance body, which the engine
   *     records too
   * @param parent the activity that it is part of
   * @param party the party for which its execution or its process runs, if it runs for one
   */
  record Activity(
      String process,
      String definition,
      String id,
      String element,
      String type,
      @Nullable String parent,
      @Nullable String task,
      boolean open,
      boolean canceled,
      @Nullable PartyCode party) {}

  private final JdbcClient jdbc;

  JdbcActivities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the activities in the order in which they started. */
  List<Activity> ofProcess(String root) {
    return jdbc.sql(
            """
            select a.proc_inst_id_, a.proc_def_id_, a.id_, a.act_id_, a.act_type_,
                   a.parent_act_inst_id_, a.task_id_, a.end_time_, a.act_inst_state_,
                   coalesce(
                     (select max(v.text_) from act_hi_varinst v
                      where v.proc_inst_id_ = a.proc_inst_id_ and v.name_ = :party
                        and v.execution_id_ = a.execution_id_),
                     (select max(v.text_) from act_hi_varinst v
                      where v.proc_inst_id_ = a.proc_inst_id_ and v.name_ = :party
                        and v.execution_id_ = a.proc_inst_id_)) as party
            from act_hi_actinst a
            where a.root_proc_inst_id_ = :root
            order by a.start_time_, a.sequence_counter_
            """)
        .param("party", ModelElements.SIDE)
        .param("root", root)
        .query(
            (row, n) -> {
              String party = row.getString("party");
              return new Activity(
                  row.getString("proc_inst_id_"),
                  row.getString("proc_def_id_"),
                  row.getString("id_"),
                  row.getString("act_id_").replace(ModelElements.REPETITION, ""),
                  row.getString("act_type_"),
                  row.getString("parent_act_inst_id_"),
                  row.getString("task_id_"),
                  row.getTimestamp("end_time_") == null,
                  row.getInt("act_inst_state_") == CANCELED,
                  party == null ? null : new PartyCode(party));
            })
        .list();
  }
}
