package org.vigie.simulator.ward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.Reading;
import org.vigie.schemas.Truth;
import org.vigie.simulator.patient.Chart;
import org.vigie.simulator.patient.Monitor;
import org.vigie.simulator.patient.Patient;
import org.vigie.simulator.patient.Physiology;
import org.vigie.simulator.story.Episode;
import org.vigie.simulator.story.Story;

/** A simulated patient on a bed, with what is told of it in the story. */
final class Occupant {
    private final Occupation occupation;
    private final Patient patient;
    private final Story story;
    private final Physiology physiology;
    private final Monitor monitor;
    private final Chart chart;

    Occupant(Occupation occupation, Story story, Plan plan) {
        this.occupation = occupation;
        this.story = story;
        patient = occupation.patient();
        physiology = new Physiology(patient.seed());
        monitor = new Monitor(patient, plan.start());
        chart = new Chart(patient, plan.start());
    }

    Occupation occupation() {
        return occupation;
    }

    Patient patient() {
        return patient;
    }

    /** What the monitor reads: the patient's own signs as the story changes them. */
    List<Reading> vitals(Instant at) {
        Map<String, Double> signs = physiology.at(at);
        for (Episode episode : episodes(at, at.plusMillis(1))) {
            episode.apply(signs, at, patient.seed());
        }
        return monitor.readings(signs, at);
    }

    /** What is charted in the second of {@code at}. */
    List<Reading> charted(Instant at) {
        return chart.at(at);
    }

    /** True when no script moves the patient in an interval. */
    boolean isLeftAlone(Instant from, Instant until) {
        return episodes(from, until).isEmpty();
    }

    /** The deteriorations that begin on this bed and touch an interval. */
    List<Truth> deteriorations(Instant from, Instant until) {
        return episodes(from, until).stream()
                .filter(episode -> occupation.covers(episode.onset()))
                .flatMap(episode -> episode.truths(occupation.bed(), patient.stayId()).stream())
                .toList();
    }

    private List<Episode> episodes(Instant from, Instant until) {
        return story.episodes(patient.number(), from, until);
    }
}
