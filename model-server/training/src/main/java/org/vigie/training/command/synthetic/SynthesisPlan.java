package org.vigie.training.command.synthetic;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.vigie.training.command.predict.RecordedSet;
import org.vigie.training.learn.adversarial.TrainingBudget;
import org.vigie.training.synthetic.SynthesisConfig;
import org.vigie.training.synthetic.SynthesisMethod;
import org.vigie.training.synthetic.SyntheticFolder;

/**
 * Records how a synthesis was made, in its private part.
 *
 * @param data folder of the recorded stays
 * @param set letter of their set
 * @param stays number of synthetic stays
 * @param seconds longest training of a network
 * @param steps most steps of that training
 */
record SynthesisPlan(String data, String set, SynthesisMethod method, int stays, long seed, long seconds, int steps) {
    private static final String FILE = "synthesis.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SynthesisPlan read(SyntheticFolder folder) throws IOException {
        Path file = folder.privateFile(FILE);
        try {
            return JSON.readValue(file.toFile(), SynthesisPlan.class);
        } catch (IOException e) {
            throw new IOException(
                    file + ": cannot be read; expected the folder of ./vigie synthesize, with its private part", e);
        }
    }

    /** Returns the recorded stays. */
    RecordedSet recorded() {
        return new RecordedSet(Path.of(data), set);
    }

    /** Returns how the stays are made. */
    SynthesisConfig settings() {
        return new SynthesisConfig(method, seed, new TrainingBudget(Duration.ofSeconds(seconds), steps));
    }

    void write(SyntheticFolder folder) throws IOException {
        JSON.writeValue(folder.privateFile(FILE).toFile(), this);
    }
}
