package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.AlarmTransition.TransitionKind;

/** Texts of the transitions that no reading caused. */
enum LifecycleMessage {
    ACKNOWLEDGED(TransitionKind.ACKNOWLEDGED, "Acquittée", "Acknowledged"),
    PAUSED(TransitionKind.AUDIO_PAUSED, "Son suspendu", "Sound paused"),
    RESUMED(TransitionKind.AUDIO_RESUMED, "Son rétabli", "Sound back"),
    SHELVED(TransitionKind.SHELVED, "Mise de côté", "Shelved"),
    UNSHELVED(TransitionKind.UNSHELVED, "Remise en service", "No longer shelved"),
    ESCALATED(TransitionKind.ESCALATED, "Personne n'a acquitté : appel suivant", "Nobody acknowledged: next call"),
    LATCHED(
            TransitionKind.LATCHED,
            "Condition terminée, alarme maintenue jusqu'au réarmement",
            "Condition over, latched until reset"),
    RESET(TransitionKind.CLEARED, "Alarme maintenue réarmée", "Latched alarm reset"),
    AGAIN(TransitionKind.CLEARED, "Remplacée par un nouvel épisode", "Replaced by a new episode"),
    STAY_OVER(TransitionKind.CLEARED, "Séjour terminé : fin de l'alarme", "Stay ended: alarm over"),
    JUDGED(TransitionKind.FEEDBACK, "Avis donné", "Feedback given");

    private final TransitionKind kind;
    private final String fr;
    private final String en;

    LifecycleMessage(TransitionKind kind, String fr, String en) {
        this.kind = kind;
        this.fr = fr;
        this.en = en;
    }

    AlarmTransition after(AlarmTransition transition, Instant at) {
        return transition.then(kind, at, fr, en);
    }
}
