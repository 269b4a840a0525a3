package org.vigie.signal.alert.life;

import java.time.Instant;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.alert.Transition.State;

/** What is said of a transition that no reading made. */
enum Words {
    ACKNOWLEDGED(State.ACKNOWLEDGED, "Acquittée", "Acknowledged"),
    PAUSED(State.AUDIO_PAUSED, "Son suspendu", "Sound paused"),
    RESUMED(State.AUDIO_RESUMED, "Son rétabli", "Sound back"),
    SHELVED(State.SHELVED, "Mise de côté", "Shelved"),
    UNSHELVED(State.UNSHELVED, "Remise en service", "No longer shelved"),
    ESCALATED(State.ESCALATED, "Personne n'a acquitté : appel suivant", "Nobody acknowledged: next call"),
    LATCHED(
            State.LATCHED,
            "Condition terminée, alarme maintenue jusqu'au réarmement",
            "Condition over, latched until reset"),
    RESET(State.CLEARED, "Alarme maintenue réarmée", "Latched alarm reset"),
    AGAIN(State.CLEARED, "Remplacée par un nouvel épisode", "Replaced by a new episode"),
    STAY_OVER(State.CLEARED, "Séjour terminé : fin de l'alarme", "Stay ended: alarm over"),
    JUDGED(State.FEEDBACK, "Avis donné", "Feedback given");

    private final State state;
    private final String fr;
    private final String en;

    Words(State state, String fr, String en) {
        this.state = state;
        this.fr = fr;
        this.en = en;
    }

    Transition after(Transition told, Instant at) {
        return told.then(state, at, fr, en);
    }
}
