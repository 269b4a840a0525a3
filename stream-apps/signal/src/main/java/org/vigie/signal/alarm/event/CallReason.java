package org.vigie.signal.alarm.event;

import org.vigie.signal.text.LocalizedText;

/** Names the reasons for which an incident calls people. */
public enum CallReason {
    /** The first alarm of the incident was raised. */
    OPENED("Nouvel incident", "New incident"),
    /** An alarm that no call covers was raised or upgraded. It is more urgent than the alarms that were open before. */
    MORE_URGENT("Plus urgent", "More urgent"),
    /** An alarm that no call covers was raised or upgraded. No milder alarm was open before. */
    FURTHER_ALARM("Nouvelle alarme depuis le dernier appel", "New alarm since the last call"),
    /** After the acknowledgement, or after the last escalation step, an alarm of another organ system joined. */
    NEW_ORGAN_SYSTEM("Nouveau système atteint", "Another organ system"),
    /**
     * A HIGH alarm is still true some minutes after its acknowledgement or after the last escalation step. Or a shelf has ended after one
     * of both, and its alarm is still true.
     */
    STILL_TRUE("Toujours vraie : nouvel appel", "Still true: called again"),
    /**
     * A HIGH alarm has no answer after the last escalation step, and nobody measured again. Or a shelf has ended, and nobody measured again
     * meanwhile.
     */
    NOT_MEASURED_AGAIN(
            "Toujours ouverte, non remesurée : nouvel appel", "Still open, not measured again: called again"),
    /** After the acknowledgement the early-warning score reached a higher response band. */
    SCORE_BAND(
            "NEWS2 passé au palier supérieur après l'acquittement : nouvel appel",
            "NEWS2 has reached the next response band since the acknowledgement: called again");

    private final String fr;
    private final String en;

    CallReason(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    /** Returns the reason for a person who is called. */
    public LocalizedText text() {
        return new LocalizedText(fr, en);
    }
}
