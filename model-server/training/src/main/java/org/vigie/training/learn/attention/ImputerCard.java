package org.vigie.training.learn.attention;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.training.imputation.SeriesScaling;

/**
 * Describes an imputer beside its SavedModel.
 *
 * @param name always {@code imputer-attention}
 * @param sets letters of the sets of PhysioNet-2012 that it learnt from
 * @param columns names of the columns in the catalogue
 * @param scaling scaling of the inputs and outputs
 * @param command the command line that trained it
 */
public record ImputerCard(
        String name,
        String version,
        List<String> sets,
        int stays,
        ImputerConfig config,
        List<String> columns,
        SeriesScaling scaling,
        String command) {
    /** File name of the card. */
    public static final String FILE = "imputer-card.json";

    /** Name of every imputer of this kind. */
    public static final String NAME = "imputer-attention";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public ImputerCard {
        sets = List.copyOf(sets);
        columns = List.copyOf(columns);
    }

    /** @throws IOException naming the file, when it is missing or not a card */
    static ImputerCard read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            return MAPPER.readValue(file.toFile(), ImputerCard.class);
        } catch (IOException e) {
            throw new IOException(
                    file + ": cannot be read as the card of an imputer; './vigie train imputer' writes one", e);
        }
    }

    void write(Path folder) throws IOException {
        MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
    }
}
