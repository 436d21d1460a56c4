package eu.jalon.intake;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.TestRooms;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.store.DeclarationDrafts;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A declaration of our own words under review, and an engine that starts what a test lets it. */
final class IntakeFixture implements AutoCloseable {

  static final String DOCUMENT =
      """
      Rencontre de Durbuy 2031

      Les deux délégations se félicitent du travail accompli.

      1. Sécurité des gares

      Evaluation : Les patrouilles communes ont repris.

      Prochaines étapes :

      • Installer des caméras communes dans les gares de la frontière. Former les agents à
      leur usage avant l’été.
      • Publier un guide du voyageur.
      • Réunir les chefs de gare chaque année.

      2. Ports et canaux

      Evaluation : Bon.

      Prochaines étapes :

      • Contrôler ensemble les péniches.
      • Tenir une liste des quais.
      """;

  private static final List<String> MINISTRIES =
      List.of(
          "BE-IBZ", "BE-JUS", "BE-MAE", "BE-DEF", "BE-AMI", "BE-FIN", "BE-MOB", "FR-INT", "FR-JUS",
          "FR-MEAE", "FR-ARM", "FR-ECO", "FR-TRA");

  final TestClock clock = TestClock.at("2027-01-04T09:00");
  final Person by =
      new Person(
          new PersonId("coord-be"),
          Texts.text("Coordination", "Coördinatie"),
          null,
          Texts.FR,
          Role.COORDINATOR,
          new MinistryCode("BE-PM"));
  final UUID id;
  final Intake intake;
  final DraftReview review;
  final CountedSql sql;

  private final TestDatabase.Opened database;
  private final TestRooms rooms;
  private volatile Runnable engine = () -> {};

  private IntakeFixture(TestDatabase kind) {
    database = kind.open();
    sql = new CountedSql(database.dataSource());
    rooms =
        new TestRooms(database, clock)
            .bean(CommitmentProcesses.class, processes())
            .bean(JdbcClient.class, JdbcClient.create(sql))
            .bean(NamedParameterJdbcTemplate.class, new NamedParameterJdbcTemplate(sql));
    rooms.open(
        "directory", "meeting", "commitment", "actionitem", "transition", "overview", "intake");
    for (String code : MINISTRIES) {
      ministry(code, false);
    }
    ministry("BE-PM", true);
    ministry("FR-PM", true);
    intake = get(Intake.class);
    review = get(DraftReview.class);
    id = intake.upload("VD2018", "durbuy.txt", DOCUMENT.getBytes(StandardCharsets.UTF_8), by);
  }

  static IntakeFixture of(TestDatabase kind) {
    return new IntakeFixture(kind);
  }

  <T> T get(Class<T> type) {
    return rooms.get(type);
  }

  DeclarationDraft draft() {
    return intake.get(id, by);
  }

  DraftItem item(int n) {
    return DeclarationDrafts.item(draft(), n);
  }

  /** Gives every draft what no document states. */
  void complete() {
    draft().items().forEach(item -> complete(item.n()));
  }

  private void complete(int n) {
    change(
        n,
        new ItemChange(
            version(n),
            Map.of(Texts.NL, "Stap " + n),
            Track.STANDING_COOPERATION,
            List.of(new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT")),
            TestParties.BE,
            null,
            DeadlineRule.parse("S-30"),
            null));
  }

  /** Gives every draft that is kept its fields, but no title. */
  void completeFields() {
    completeFields(id);
  }

  void completeFields(UUID declaration) {
    for (DraftItem item : intake.get(declaration, by).kept()) {
      review.change(
          declaration,
          item.n(),
          new ItemChange(
              item.version(),
              null,
              Map.of(),
              Track.STANDING_COOPERATION,
              List.of(new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT")),
              TestParties.BE,
              null,
              DeadlineRule.parse("S-30"),
              null),
          by);
    }
  }

  void titled(int n, String dutch) {
    change(
        n, new ItemChange(version(n), Map.of(Texts.NL, dutch), null, null, null, null, null, null));
  }

  void leftOut(int n, boolean out) {
    change(n, new ItemChange(version(n), Map.of(), null, null, null, null, null, out));
  }

  void change(int n, ItemChange change) {
    review.change(id, n, change, by);
  }

  int version(int n) {
    return item(n).version();
  }

  /** What the engine does at each start from now on. */
  void engine(Runnable work) {
    engine = work;
  }

  long commitments() {
    return rooms
        .get(JdbcClient.class)
        .sql("select count(*) from commitment where declaration_id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private void ministry(String code, boolean coordination) {
    rooms
        .get(JdbcClient.class)
        .sql(
            """
            insert into ministry (code, party, coordination, name)
            values (:code, :party, :coordination, :name)
            """)
        .param("code", code)
        .param("name", Texts.column(code))
        .param("party", code.substring(0, 2))
        .param("coordination", coordination)
        .update();
  }

  private CommitmentProcesses processes() {
    return (CommitmentProcesses)
        Proxy.newProxyInstance(
            CommitmentProcesses.class.getClassLoader(),
            new Class<?>[] {CommitmentProcesses.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("start")) {
                return null;
              }
              engine.run();
              return Map.of();
            });
  }

  @Override
  public void close() {
    rooms.close();
    database.close();
  }
}
