package org.vigie.bench.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.simulator.BedsideSimulator;
import org.vigie.simulator.SimulatorConfig;

/** Simulates beds at one message a second. Every patient deteriorates once in five minutes, by one of five scripts. */
public record SimulatedLoad(int beds) {
    private static final List<String> SCRIPTS =
            List.of("desaturation", "tachycardia", "bradypnoea", "systolic-hypertension", "tachypnoea");
    private static final int EVERY_S = 300;

    public BedsideSimulator start(KafkaConnectionConfig kafka, Path directory) throws IOException {
        var story = new StringBuilder("patient,at_s,every_s,script\n");
        for (int patient = 1; patient <= beds; patient++) {
            story.append("%d,%d,%d,%s%n"
                    .formatted(patient, 5 + patient % EVERY_S, EVERY_S, SCRIPTS.get(patient % SCRIPTS.size())));
        }
        Path scripts = Files.writeString(directory.resolve("story.csv"), story);
        return BedsideSimulator.start(new SimulatorConfig(
                kafka,
                directory.resolve("simulator"),
                1,
                "U",
                beds,
                0,
                Optional.empty(),
                1,
                1,
                0,
                scripts.toString(),
                false));
    }
}
