package org.vigie.station.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardReaderTest {
    @TempDir
    private Path models;

    private final ModelCardReader reader = new ModelCardReader();

    @Test
    void eachCardOfTheFolderGivesItsPopulationAndItsLimits() throws IOException {
        // given
        card("survival/2", """
                {"name": "survival", "version": "2", "digest": "d2", "training": {"staysLearnt": 8000}, "limits": ["Adults only."],
                 "population": {"fr": "adultes", "en": "adults"}}""");
        card("survival/1", "{\"name\": \"survival\", \"version\": \"1\", \"digest\": \"d1\"}");

        // then
        assertThat(reader.read(models)).extracting(ModelCardSnapshot::digest).containsExactly("d1", "d2");
        assertThat(reader.read(models).get(0).population()).isNull();
        assertThat(reader.read(models).get(1)).satisfies(card -> {
            assertThat(card.population().fr()).isEqualTo("adultes");
            assertThat(card.staysLearnt()).isEqualTo(8000);
            assertThat(card.limits()).containsExactly("Adults only.");
        });
    }

    @Test
    void theShippedModelsSayWhomTheyLearntFrom() {
        assertThat(reader.read(Path.of("../../model-server/models")))
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.population().fr()).contains("48 h", "un seul hôpital"));
    }

    @Test
    void withoutAFolderThereAreNoCardsAndAWrongOneIsNamed() {
        // when, then
        assertThat(reader.read(Path.of(""))).isEmpty();
        // when
        Path wrong = models.resolve("absent");
        // then
        assertThatThrownBy(() -> reader.read(wrong))
                .hasMessageContaining("models: must be a folder of models, was " + wrong);
    }

    private void card(String place, String json) throws IOException {
        Files.createDirectories(models.resolve(place));
        Files.writeString(models.resolve(place).resolve("model-card.json"), json);
    }
}
