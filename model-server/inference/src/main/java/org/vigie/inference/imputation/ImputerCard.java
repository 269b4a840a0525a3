package org.vigie.inference.imputation;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.GateOutcome;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.bundle.ModelCard.TrainingProvenance;
import org.vigie.inference.bundle.ModelLineage;
import org.vigie.inference.bundle.Sha256Digest;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.signal.impute.PreparationRecipe;

/**
 * Describes an imputer beside its SavedModel.
 *
 * @param name always {@code imputer-attention}
 * @param sets letters of the sets of PhysioNet-2012 that it learnt from
 * @param columns names of the columns in the catalogue
 * @param scaling scaling of the inputs and outputs
 * @param command the command line that trained it
 * @param recipe digest of the rules that prepared its windows; cards of earlier releases do not say it, and mean those of the models that ship
 */
public record ImputerCard(
        String name,
        String version,
        List<String> sets,
        int stays,
        ImputerConfig config,
        List<String> columns,
        SeriesScaling scaling,
        String command,
        String recipe) {
    /** File name of the card. */
    public static final String FILE = "imputer-card.json";

    /** Name of every imputer of this kind, and of its network for live windows on a server. */
    public static final String NAME = "imputer-attention";

    /** Name on a server of its network that sees all hours of a window, for replays. */
    public static final String TWO_SIDED = NAME + "-two-sided";

    /** Names of imputers on a server. */
    public static final Set<String> NAMES = Set.of(NAME, TWO_SIDED);

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public ImputerCard {
        sets = List.copyOf(sets);
        columns = List.copyOf(columns);
        recipe = recipe == null ? PreparationRecipe.SHIPPED.windowDigest() : recipe;
    }

    /** @throws IOException naming the file, when it is missing or not a card */
    public static ImputerCard read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            return MAPPER.readValue(file.toFile(), ImputerCard.class);
        } catch (IOException e) {
            throw new IOException(
                    file + ": cannot be read as the card of an imputer; './vigie train imputer' writes one", e);
        }
    }

    public void write(Path folder) throws IOException {
        MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
    }

    /** Describes the network as the engine loads it. Its input and outputs are scaled. */
    ModelCard modelCard(Path folder) throws IOException {
        List<Long> channels = List.of(
                -1L, (long) ImputationGrid.HOURS, (long) ImputationGrid.COLUMNS, (long) ImputerChannels.CHANNELS);
        TensorCard input =
                new TensorCard(SavedImputer.CHANNELS, FloatTensor.DATATYPE, channels, "see ImputerChannels", List.of());
        return described(name, folder, List.of(input), List.of());
    }

    /**
     * Describes a network of the imputer with inputs and outputs.
     *
     * @param named name of the network on a server
     * @throws IOException when its files cannot be read
     */
    ModelCard described(String named, Path folder, List<TensorCard> inputs, List<TensorCard> outputs)
            throws IOException {
        Map<String, String> files = files(folder);
        return new ModelCard(
                named,
                version,
                Sha256Digest.ofAll(files).hex(),
                files,
                "Estimates of hours without a measurement, with 90 % intervals.",
                "Estimated, never measured. Not for diagnosis.",
                inputs,
                outputs,
                CalibratedEnsemble.NONE,
                GateOutcome.NONE,
                provenance(),
                List.of(),
                List.of(
                        "Single hidden cells were learnt: a gap in which all pressures are missing together has larger errors."));
    }

    /** Returns the digest of each file. An imputer with the rules of the models that ship has no recipe file. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of(ModelBundle.SAVED_MODEL, FILE, RecipeFile.NAME)) {
            if (!name.equals(RecipeFile.NAME) || Files.exists(folder.resolve(name))) {
                files.put(name, Sha256Digest.of(folder.resolve(name)).hex());
            }
        }
        return files;
    }

    private TrainingProvenance provenance() {
        return new TrainingProvenance(
                "sets " + String.join(", ", sets),
                "",
                "",
                stays,
                0,
                0,
                Map.of(),
                List.of(),
                "attention over the hours, pinball loss on hidden cells",
                "",
                config.seed(),
                config.epochs(),
                command,
                ModelLineage.NONE);
    }
}
