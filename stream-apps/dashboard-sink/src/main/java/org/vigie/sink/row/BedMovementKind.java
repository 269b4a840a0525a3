package org.vigie.sink.row;

/** Names the kinds of movements of a bed, with the words that a dashboard shows. */
enum BedMovementKind {
    /** The patient's first bed in intensive care. */
    ADMITTED("Admission", "Admission"),
    /** The patient comes from another bed. */
    TRANSFERRED("Arrivée par transfert", "Arrival by transfer"),
    /** The patient goes to another bed, or leaves intensive care. */
    LEFT("Sortie du lit", "Bed left"),
    /** The claims of several patients on the bed begin to contradict each other. */
    CONFLICTING("Plusieurs patients annoncés pour ce lit", "Several patients named for this bed"),
    /** The contradiction has ended. */
    SETTLED("Fin des annonces contradictoires", "Contradiction ended");

    private final String french;
    private final String english;

    BedMovementKind(String french, String english) {
        this.french = french;
        this.english = english;
    }

    String french() {
        return french;
    }

    String english() {
        return english;
    }
}
