package eu.jalon.mail.reply;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Replies in the shapes that mail programs give them, in four languages. */
final class ReplyMessages {

  /**
   * What a mail program writes in a language.
   *
   * @param prefix before the subject of a reply
   * @param introduction the line before a quotation
   * @param from the name of the first field that Outlook puts before the quoted message
   * @param sent that of the second field
   * @param away the subject of an out-of-office notice
   */
  record Words(
      String language,
      String prefix,
      String introduction,
      String from,
      String sent,
      String text,
      String away) {}

  static final List<Words> LANGUAGES =
      List.of(
          new Words(
              "fr",
              "Re : ",
              "Le lun. 1 mars 2027 à 07:00, Jalon <jalon@example.org> a écrit :",
              "De :",
              "Envoyé :",
              "Bonjour, la réunion est reportée au 12 mars. Pouvez-vous attendre ?",
              "Réponse automatique : Objet pour be-ibz"),
          new Words(
              "nl",
              "Antw: ",
              "Op ma 1 mrt 2027 om 07:00 schreef Jalon <jalon@example.org>:",
              "Van:",
              "Verzonden:",
              "Goedemorgen, de vergadering is uitgesteld tot 12 maart. Kunt u wachten?",
              "Automatisch antwoord: Objet pour be-ibz"),
          new Words(
              "de",
              "AW: ",
              "Am Mo., 1. März 2027 um 07:00 Uhr schrieb Jalon <jalon@example.org>:",
              "Von:",
              "Gesendet:",
              "Guten Tag, die Sitzung ist auf den 12. März verschoben. Können Sie warten?",
              "Automatische Antwort: Objet pour be-ibz"),
          new Words(
              "en",
              "RE: ",
              "On Mon, 1 Mar 2027 at 07:00, Jalon <jalon@example.org> wrote:",
              "From:",
              "Sent:",
              "Good morning, the meeting has moved to 12 March. Could you wait?",
              "Automatic reply: Objet pour be-ibz"));

  private ReplyMessages() {}

  static String topPosted(Words words, UUID email) {
    return headers(words, email)
        + text("utf-8", words.text() + "\n\n" + words.introduction() + "\n> Texte été\n>\n");
  }

  /** The introduction is folded, as programs do that keep lines short. */
  static String folded(Words words, UUID email) {
    String introduction = words.introduction().replace("Jalon <", "Jalon\n<");
    return headers(words, email)
        + text("utf-8", words.text() + "\n\n" + introduction + "\n> Texte été\n");
  }

  static String outlookText(Words words, UUID email) {
    return headers(words, email)
        + text("utf-8", words.text() + "\n\n" + outlookHeader(words, "\n") + "\nTexte été\n");
  }

  static String htmlWithQuote(Words words, UUID email) {
    return headers(words, email)
        + html(
            "<div dir=\"ltr\">"
                + words.text()
                + "</div><br><div class=\"gmail_quote\"><div>"
                + words.introduction().replace("<", "&lt;").replace(">", "&gt;")
                + "</div><blockquote><p>Texte été</p></blockquote></div>");
  }

  static String outlookHtml(Words words, UUID email) {
    return headers(words, email)
        + html(
            "<style>p { margin: 0 }</style><p>"
                + words.text()
                + "</p><hr tabindex=\"-1\"><div><b>"
                + outlookHeader(words, "<br>")
                + "</div><p>Texte été</p>");
  }

  /** A program that drops the headers of the thread. */
  static String withoutReferences(Words words, UUID email) {
    return sender()
        + subject(words.prefix() + "Objet pour be-ibz")
        + text("utf-8", words.text() + "\n");
  }

  static String betweenTheLines(Words words, UUID email) {
    return headers(words, email) + text("utf-8", "> Texte\n" + words.text() + "\n> été\nOK\n");
  }

  /** By a colleague, in an old character set, with a file, and the e-mail named last. */
  static String byAColleague(Words words, UUID email) {
    return "From: A colleague <colleague@example.org>\n"
        + "MIME-Version: 1.0\n"
        + "References: <x@example.com> <"
        + email
        + "@example.org>\n"
        + subject(words.prefix() + "Objet pour be-ibz")
        + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\n"
        + text("windows-1252", words.text())
        + "\n--b\nContent-Type: application/pdf; name=\"note.pdf\"\n"
        + "Content-Disposition: attachment; filename=\"note.pdf\"\n\nx\n--b--\n";
  }

  static String outOfOffice(Words words, UUID email) {
    return headers(words, email) + "Auto-Submitted: auto-replied\n" + text("utf-8", words.text());
  }

  /** A program that tells only by its subject that nobody wrote the message. */
  static String outOfOfficeBySubject(Words words, UUID email) {
    return sender() + subject(words.away()) + text("utf-8", words.text());
  }

  private static String headers(Words words, UUID email) {
    return sender()
        + subject(words.prefix() + "Objet pour be-ibz")
        + "In-Reply-To: <"
        + email
        + "@example.org>\nReferences: <thread.be-ibz@example.org> <"
        + email
        + "@example.org>\n";
  }

  private static String sender() {
    return "From: be-ibz@example.org\nTo: jalon@example.org\nMIME-Version: 1.0\n"
        + "Date: Mon, 1 Mar 2027 09:12:00 +0100\nMessage-ID: <"
        + UUID.randomUUID()
        + "@mail.example.org>\n";
  }

  private static String subject(String subject) {
    return "Subject: =?UTF-8?B?"
        + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
        + "?=\n";
  }

  private static String outlookHeader(Words words, String end) {
    return words.from()
        + " Jalon"
        + end
        + words.sent()
        + " 1/03/2027 07:00"
        + end
        + "To: be-ibz"
        + end;
  }

  private static String text(String charset, String text) {
    return encoded("text/plain", charset, text);
  }

  private static String html(String html) {
    return encoded("text/html", "utf-8", "<html><body>" + html + "</body></html>");
  }

  private static String encoded(String type, String charset, String content) {
    return "Content-Type: "
        + type
        + "; charset="
        + charset
        + "\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder(76, new byte[] {'\n'})
            .encodeToString(content.getBytes(Charset.forName(charset)))
        + "\n";
  }
}
