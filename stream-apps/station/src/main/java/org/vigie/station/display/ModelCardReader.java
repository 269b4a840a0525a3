package org.vigie.station.display;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the cards of the models in a folder: {@code <model>/<version>/model-card.json}. */
public final class ModelCardReader {
    private static final String CARD = "model-card.json";
    private static final int DEPTH = 3;

    private final ObjectMapper json = new ObjectMapper();

    /**
     * Returns the cards of all models and versions.
     *
     * @param models folder of the models; an empty path for none
     * @throws UncheckedIOException when the folder or a card cannot be read; the message names the path
     */
    public List<ModelCardSnapshot> read(Path models) {
        if (models.toString().isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(models, DEPTH)) {
            return files.filter(file -> file.endsWith(CARD))
                    .sorted()
                    .map(this::card)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("models: must be a folder of models, was " + models, e);
        }
    }

    private ModelCardSnapshot card(Path file) {
        try {
            JsonNode card = json.readTree(file.toFile());
            return new ModelCardSnapshot(
                    card.path("name").asText(),
                    card.path("version").asText(),
                    card.path("digest").asText(),
                    population(card.path("population")),
                    card.path("training").path("staysLearnt").asInt(),
                    texts(card.path("limits")));
        } catch (IOException e) {
            throw new UncheckedIOException("models: " + file + " is no model card", e);
        }
    }

    private static ModelCardSnapshot.TrainingPopulation population(JsonNode node) {
        return node.isMissingNode() || node.isNull()
                ? null
                : new ModelCardSnapshot.TrainingPopulation(
                        node.path("fr").asText(), node.path("en").asText());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
