package eu.jalon.pages.commitments;

import static java.util.Map.entry;

import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.process.DrawnModel;
import eu.jalon.commitment.Track;
import eu.jalon.pages.frame.PageFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Translates the names in process models, which are written in French. A name without a translation
 * is shown as it is in the model.
 */
@Component
class ModelNames {

  /** Message keys of the names in the models, apart from steps and tracks. */
  static final Map<String, String> KEYS =
      Map.ofEntries(
          entry("Prochaine étape inscrite", "drawn.entered"),
          entry("Prochaine étape réalisée", "drawn.fulfilled"),
          entry("Chaque partie", "drawn.eachParty"),
          entry("Partie engagée", "drawn.partyEngaged"),
          entry("Partie validée", "drawn.partyValidated"),
          entry("Suite demandée", "drawn.closingAsked"),
          entry("Partie décidée", "drawn.partyDecided"),
          entry("Validé ?", "drawn.isValidated"),
          entry("renvoyé", "drawn.sentBack"),
          entry("oui", "drawn.yes"),
          entry("non", "drawn.no"),
          entry("non, déjà décidé", "drawn.alreadyDecided"),
          entry("Filière commencée", "drawn.trackStarted"),
          entry("Filière parcourue", "drawn.trackCompleted"),
          entry("Partie responsable ?", "drawn.isAccountable"),
          entry("Approbation nécessaire ?", "drawn.isApprovalRequired"),
          entry("Fin de l’intervalle sans preuve", "drawn.intervalMissed"),
          entry("Fin de l’intervalle", "drawn.intervalEnd"),
          entry("Noter l’intervalle manqué", "drawn.noteMissed"),
          entry("Autre intervalle avant l’échéance ?", "drawn.isAnotherInterval"),
          entry("Prolongation", "drawn.extension"),
          entry("Prolongation demandée", "drawn.extensionRequested"),
          entry("À décider ?", "drawn.isUndecided"),
          entry("Accordé ?", "drawn.isGranted"),
          entry("Appliquer la prolongation", "drawn.applyExtension"),
          entry("Échéance déplacée", "drawn.extensionApplied"),
          entry("Refusée", "drawn.extensionRefused"),
          entry("Demande retirée", "drawn.requestWithdrawn"),
          entry("Retirée", "drawn.requestEnded"),
          entry("Changement de pilote", "drawn.reassignment"),
          entry("Changement de pilote demandé", "drawn.reassignmentRequested"),
          entry("Appliquer le changement", "drawn.applyReassignment"),
          entry("Pilote changé", "drawn.reassignmentApplied"),
          entry("Refusé", "drawn.reassignmentRefused"),
          entry("Préparation de la clôture", "drawn.closing"),
          entry("Clôture préparée", "drawn.closingPrepared"),
          entry("Suite décidée", "drawn.closingDecided"),
          entry("Scission", "drawn.splitting"),
          entry("Scindée en deux", "drawn.split"),
          entry("Suite dans deux étapes", "drawn.splitDone"),
          entry("Retrait", "drawn.withdrawal"),
          entry("Retrait décidé", "drawn.withdrawalDecided"),
          entry("Prochaine étape retirée", "drawn.withdrawn"),
          entry("Reconduction", "drawn.carryingOver"),
          entry("Sommet clos", "drawn.summitClosed"),
          entry("Prochaine étape reconduite", "drawn.carriedOver"));

  private static final char NO_BREAK = '\u00a0';

  private final PageFormatter format;

  ModelNames(PageFormatter format) {
    this.format = format;
  }

  /** The name of an element. */
  String name(DrawnModel.Named named, Track track) {
    Step step = named.step();
    if (step != null) {
      return format.term("step", step.key());
    }
    return named.calls() ? format.term("track", track) : plain(named.name());
  }

  /** The translation of a name that is neither a step nor a track. */
  String plain(String name) {
    String key = KEYS.get(name.replace(NO_BREAK, ' '));
    return key == null ? name : format.message(key);
  }
}
