package org.vigie.simulator.ward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Truth;
import org.vigie.simulator.patient.BedsideMonitor;
import org.vigie.simulator.patient.PatientChart;
import org.vigie.simulator.patient.PhysiologyModel;
import org.vigie.simulator.patient.SimulatedPatient;
import org.vigie.simulator.story.DeteriorationEpisode;
import org.vigie.simulator.story.WardScenario;

/** Computes the readings of a simulated patient on a bed, with the scripted deteriorations of the scenario. */
final class SimulatedOccupant {
    private final BedOccupation occupation;
    private final SimulatedPatient patient;
    private final WardScenario scenario;
    private final PhysiologyModel physiology;
    private final BedsideMonitor monitor;
    private final PatientChart chart;

    SimulatedOccupant(BedOccupation occupation, WardScenario scenario, SimulationPlan plan) {
        this.occupation = occupation;
        this.scenario = scenario;
        patient = occupation.patient();
        physiology = new PhysiologyModel(patient.seed());
        monitor = new BedsideMonitor(patient, plan.start());
        chart = new PatientChart(patient, plan.start());
    }

    BedOccupation occupation() {
        return occupation;
    }

    SimulatedPatient patient() {
        return patient;
    }

    /** Returns the monitor's readings: the patient's own signs, changed by the scripts. */
    List<ReadingRecord> vitals(Instant at) {
        Map<String, Double> signs = physiology.at(at);
        for (DeteriorationEpisode episode : episodes(at, at.plusMillis(1))) {
            episode.apply(signs, at, patient.seed());
        }
        return monitor.readings(signs, at);
    }

    /** Returns the values charted in the second of {@code at}. */
    List<ReadingRecord> charted(Instant at) {
        return chart.at(at);
    }

    /** Returns true when no script changes the patient's signs in an interval. */
    boolean hasNoEpisode(Instant from, Instant until) {
        return episodes(from, until).isEmpty();
    }

    /** Returns the deteriorations that begin on this bed and overlap an interval. */
    List<Truth> deteriorations(Instant from, Instant until) {
        return episodes(from, until).stream()
                .filter(episode -> occupation.covers(episode.onset()))
                .flatMap(episode -> episode.truths(occupation.bed(), patient.stayId()).stream())
                .toList();
    }

    private List<DeteriorationEpisode> episodes(Instant from, Instant until) {
        return scenario.episodes(patient.number(), from, until);
    }
}
