package org.vigie.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.simulator.patient.PatientVariability;
import org.vigie.simulator.ward.SimulationPlan;

/**
 * Configures the simulator.
 *
 * @param stateDir directory of the checkpoint; a restart on the same directory continues the same ward
 * @param seed random seed; the same seed gives the same patients and faults
 * @param unit name of the unit; its beds are {@code unit/01} and so on
 * @param beds number of beds with a patient
 * @param freeBeds number of additional beds {@code unit/R1} and so on, to which patients are transferred
 * @param recordings directory with the folders of the data sets; empty: every bed is simulated
 * @param speed how many times faster than the wall clock the ward's clock runs until it shows the wall time
 * @param recordingPace how many times faster than the ward's clock hourly recordings are played once live; 1: true spacing
 * @param backfillHours hours of each bed's past that are sent first
 * @param scripts {@code quiet}, {@code demo}, {@code twelve}, or the path of a table; see {@code WardScenario}
 * @param artefacts whether equipment and network have faults
 * @param variability how much the patients vary without an event
 * @param monitoring where metrics and health are served
 */
public record SimulatorConfig(
        KafkaConnectionConfig kafka,
        Path stateDir,
        long seed,
        String unit,
        int beds,
        int freeBeds,
        Optional<Path> recordings,
        double speed,
        double recordingPace,
        int backfillHours,
        String scripts,
        boolean artefacts,
        PatientVariability variability,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_091;

    public SimulatorConfig {
        stateDir = stateDir.toAbsolutePath();
        require(unit.matches("[A-Za-z0-9-]{1,20}"), "unit", "1 to 20 letters, digits or '-'", unit);
        require(beds >= 1 && beds <= 10_000, "beds", "1 to 10000", beds);
        require(freeBeds >= 0 && freeBeds <= 100, "freeBeds", "0 to 100", freeBeds);
        require(speed >= 1 && speed <= 1_000, "speed", "1 to 1000", speed);
        require(recordingPace >= 1 && recordingPace <= 600, "recordingPace", "1 to 600", recordingPace);
        require(backfillHours >= 0 && backfillHours <= 48, "backfillHours", "0 to 48", backfillHours);
        require(!scripts.isBlank(), "scripts", "quiet, demo, twelve or a file", scripts);
    }

    /** Creates a ward whose patients do not vary, with the default monitoring port. */
    public SimulatorConfig(
            KafkaConnectionConfig kafka,
            Path stateDir,
            long seed,
            String unit,
            int beds,
            int freeBeds,
            Optional<Path> recordings,
            double speed,
            double recordingPace,
            int backfillHours,
            String scripts,
            boolean artefacts) {
        this(
                kafka,
                stateDir,
                seed,
                unit,
                beds,
                freeBeds,
                recordings,
                speed,
                recordingPace,
                backfillHours,
                scripts,
                artefacts,
                PatientVariability.NONE,
                MonitoringConfig.onPort(MONITORING_PORT));
    }

    /** Returns this configuration with other patients. */
    public SimulatorConfig withVariability(PatientVariability other) {
        return new SimulatorConfig(
                kafka,
                stateDir,
                seed,
                unit,
                beds,
                freeBeds,
                recordings,
                speed,
                recordingPace,
                backfillHours,
                scripts,
                artefacts,
                other,
                monitoring);
    }

    private static void require(boolean holds, String key, String rule, Object was) {
        if (!holds) {
            throw new IllegalArgumentException(key + ": must be " + rule + ", was " + was);
        }
    }

    public static SimulatorConfig defaults() {
        return new SimulatorConfig(
                        KafkaConnectionConfig.defaults(),
                        Path.of("data", "simulator"),
                        1,
                        "REA",
                        24,
                        1,
                        Optional.empty(),
                        1,
                        60,
                        48,
                        "demo",
                        true)
                .withVariability(PatientVariability.FITTED);
    }

    /** Returns the plan of the ward that went live for the first time at {@code liveFrom}. */
    SimulationPlan plan(Instant liveFrom) {
        return new SimulationPlan(
                seed,
                unit,
                beds,
                freeBeds,
                liveFrom,
                Duration.ofHours(backfillHours),
                scripts,
                artefacts,
                recordingPace,
                variability);
    }

    /** Returns the settings that must stay the same while a ward continues. The number of beds may change. */
    String identity() {
        String settings = String.join(
                " ",
                "seed=" + seed,
                "unit=" + unit,
                "freeBeds=" + freeBeds,
                "recordings=" + recordings.map(path -> "yes").orElse("no"),
                "recordingPace=" + recordingPace,
                "backfillHours=" + backfillHours,
                "scripts=" + scripts,
                "artefacts=" + artefacts);
        return variability == PatientVariability.NONE ? settings : settings + " variability=" + variability;
    }
}
