package org.vigie.inference.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.signal.text.LocalizedText;

/**
 * Describes a model: inputs, outputs, origin, results and limits.
 *
 * @param digest SHA-256, hexadecimal: of {@code saved_model.pb} alone where {@code files} is empty, else see {@link ModelBundle}
 * @param files SHA-256 of each file of the bundle except the card, by name
 * @param notice that stands beside every score
 * @param ensemble how the outputs become a calibrated probability; {@link CalibratedEnsemble#NONE} when the graph gives it itself
 * @param results on stays that the model did not learn from
 * @param population whom the model learnt from, as it stands beside every score; empty in cards that do not say it
 */
public record ModelCard(
        String name,
        String version,
        String digest,
        Map<String, String> files,
        String purpose,
        String notice,
        List<TensorCard> inputs,
        List<TensorCard> outputs,
        CalibratedEnsemble ensemble,
        GateOutcome gate,
        TrainingProvenance training,
        List<EvaluationResult> results,
        List<String> limits,
        LocalizedText population) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public ModelCard {
        files = files == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(files));
        ensemble = ensemble == null ? CalibratedEnsemble.NONE : ensemble;
        gate = gate == null ? GateOutcome.NONE : gate;
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        results = List.copyOf(results);
        limits = List.copyOf(limits);
        population = population == null ? LocalizedText.EMPTY : population;
    }

    /** Creates a card that does not say whom the model learnt from. */
    public ModelCard(
            String name,
            String version,
            String digest,
            Map<String, String> files,
            String purpose,
            String notice,
            List<TensorCard> inputs,
            List<TensorCard> outputs,
            CalibratedEnsemble ensemble,
            GateOutcome gate,
            TrainingProvenance training,
            List<EvaluationResult> results,
            List<String> limits) {
        this(
                name,
                version,
                digest,
                files,
                purpose,
                notice,
                inputs,
                outputs,
                ensemble,
                gate,
                training,
                results,
                limits,
                LocalizedText.EMPTY);
    }

    /**
     * Holds an input or output of the model.
     *
     * @param shape -1 for the batch
     * @param columns names and units along the last axis; may be empty
     */
    public record TensorCard(String name, String datatype, List<Long> shape, String meaning, List<String> columns) {
        public TensorCard {
            shape = List.copyOf(shape);
            columns = List.copyOf(columns);
        }
    }

    /**
     * Describes the data and the method of the training.
     *
     * @param rowsNotUsed of the recordings, by reason
     * @param hoursSeen the stays were cut after each of these hours
     * @param lineage rows and recipe; {@link ModelLineage#NONE} in cards that do not say it
     */
    public record TrainingProvenance(
            String data,
            String licence,
            String attribution,
            int staysLearnt,
            int staysHeldOut,
            int deaths,
            Map<String, Integer> rowsNotUsed,
            List<Integer> hoursSeen,
            String method,
            String calibration,
            long seed,
            int epochs,
            String command,
            ModelLineage lineage) {
        public TrainingProvenance {
            lineage = lineage == null ? ModelLineage.NONE : lineage;
            rowsNotUsed = Collections.unmodifiableMap(new TreeMap<>(rowsNotUsed));
            hoursSeen = List.copyOf(hoursSeen);
        }
    }

    /**
     * Holds the outcome of the gate before export.
     *
     * @param failures one sentence for each threshold that was not reached; empty when the model passed
     * @param forced whether it was exported although it failed
     */
    public record GateOutcome(List<String> failures, boolean forced) {
        /** No gate was checked. */
        public static final GateOutcome NONE = new GateOutcome(List.of(), false);

        public GateOutcome {
            failures = List.copyOf(failures);
        }
    }

    /** Holds the results on one set, with this many hours of each stay seen. */
    public record EvaluationResult(
            String set,
            int hoursSeen,
            int stays,
            int deaths,
            double auroc,
            double auprc,
            double brier,
            double ece,
            double event1,
            double event2) {}

    /** @throws IOException when the file is no card */
    public static ModelCard read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), ModelCard.class);
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }
}
