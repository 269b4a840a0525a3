package org.vigie.simulator.ward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Truth;
import org.vigie.simulator.patient.BedsideMonitor;
import org.vigie.simulator.patient.PatientChart;
import org.vigie.simulator.patient.PatientVariability;
import org.vigie.simulator.patient.SimulatedPatient;
import org.vigie.simulator.patient.VitalSignModel;
import org.vigie.simulator.story.DeteriorationEpisode;
import org.vigie.simulator.story.DisturbanceEpisode;
import org.vigie.simulator.story.DisturbanceSchedule;
import org.vigie.simulator.story.WardScenario;

/** Computes the readings of a simulated patient on a bed, with the scripted deteriorations of the scenario. */
final class SimulatedOccupant {
    private final BedOccupation occupation;
    private final SimulatedPatient patient;
    private final WardScenario scenario;
    private final VitalSignModel physiology;
    private final Optional<DisturbanceSchedule> disturbances;
    private final BedsideMonitor monitor;
    private final PatientChart chart;

    SimulatedOccupant(BedOccupation occupation, WardScenario scenario, SimulationPlan plan) {
        this.occupation = occupation;
        this.scenario = scenario;
        patient = occupation.patient();
        physiology = plan.variability().model(patient.seed());
        disturbances = plan.variability() == PatientVariability.FITTED && plan.artefacts()
                ? Optional.of(new DisturbanceSchedule(patient, plan.liveFrom()))
                : Optional.empty();
        monitor = new BedsideMonitor(patient, plan.start());
        chart = new PatientChart(patient, plan.start());
    }

    BedOccupation occupation() {
        return occupation;
    }

    SimulatedPatient patient() {
        return patient;
    }

    /** Returns the nursing activities and sensor faults at an instant; empty when the ward has none. */
    List<DisturbanceEpisode> disturbances(Instant at) {
        return disturbances.map(schedule -> schedule.at(at)).orElse(List.of());
    }

    /** Returns the truth of each nursing activity and sensor fault that begins on this bed in an interval. */
    List<Truth> disturbances(Instant after, Instant upTo) {
        return disturbances.map(schedule -> schedule.beginning(after, upTo)).orElse(List.of()).stream()
                .filter(episode -> occupation.covers(episode.from()))
                .map(episode -> episode.truth(occupation.bed(), patient.stayId()))
                .toList();
    }

    /** Returns the monitor's readings: the patient's own signs, changed by nursing activities and by the scripts. */
    List<ReadingRecord> vitals(Instant at) {
        Map<String, Double> signs = physiology.at(at);
        disturbances(at).forEach(episode -> episode.applyTo(signs, at));
        for (DeteriorationEpisode episode : episodes(at, at.plusMillis(1))) {
            episode.apply(signs, at, patient.seed());
        }
        return monitor.readings(signs, at);
    }

    /** Returns the readings that the monitor sends instead, with the sensor faults of an instant. */
    List<ReadingRecord> disturbed(List<ReadingRecord> readings, Instant at) {
        List<ReadingRecord> sent = readings;
        for (DisturbanceEpisode episode : disturbances(at)) {
            sent = episode.applyTo(sent, at);
        }
        return sent;
    }

    /** Returns false while the monitor is off the network. */
    boolean sends(Instant at) {
        return disturbances(at).stream().noneMatch(DisturbanceEpisode::suppressesMessages);
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
