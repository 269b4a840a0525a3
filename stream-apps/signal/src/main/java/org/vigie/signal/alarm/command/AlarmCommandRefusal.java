package org.vigie.signal.alarm.command;

import org.vigie.signal.text.LocalizedText;

/** Reasons for refusing a command, with a text for the person who sent it. */
public enum AlarmCommandRefusal {
    UNKNOWN_STAY("Séjour inconnu", "Unknown stay"),
    UNKNOWN_ALERT("Alarme inconnue pour ce séjour", "No such alarm at this stay"),
    ALERT_OVER("L'alarme est déjà terminée", "The alarm is over"),
    STALE_VERSION("L'alarme a changé depuis l'affichage", "The alarm has changed since it was shown"),
    NO_RIGHT("Ce rôle n'a pas ce droit dans l'unité", "This role has no such right in this unit"),
    ALREADY_DONE("C'est déjà fait", "That is so already"),
    NOT_LATCHED("L'alarme n'est pas maintenue", "The alarm is not latched"),
    EXPIRED("La demande est arrivée après son échéance", "The command came after its own end"),
    TOO_LONG("Plus long que ce que l'unité permet", "Longer than the unit allows"),
    BAD_ARGUMENT("Demande incomplète ou incohérente", "The command is incomplete or makes no sense"),
    UNKNOWN_KIND("Demande inconnue", "Unknown command");

    private final String fr;
    private final String en;

    AlarmCommandRefusal(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    /** Returns the text for the person who sent the command. */
    public LocalizedText text() {
        return new LocalizedText(fr, en);
    }
}
