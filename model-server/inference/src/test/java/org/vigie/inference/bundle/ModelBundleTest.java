package org.vigie.inference.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("vigie.repository"), "model-server/models/survival-lstm/1");

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheShippedBundle() throws IOException {
        for (String file : new String[] {ModelBundle.SAVED_MODEL, ModelBundle.CARD}) {
            Files.copy(SHIPPED.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void theShippedModelIsTheOneItsCardDescribes() throws IOException {
        // when
        ModelCard card = ModelBundle.open(folder).card();

        // then
        assertThat(card.digest())
                .isEqualTo(Sha256Digest.of(SHIPPED.resolve(ModelBundle.SAVED_MODEL))
                        .hex());
        assertThat(Files.size(SHIPPED.resolve(ModelBundle.SAVED_MODEL))).isLessThan(2_000_000);
    }

    @Test
    void theShippedCardStatesWhatAHospitalMustKnow() {
        // when
        ModelCard card = ModelBundle.open(folder).card();

        // then
        assertThat(card.notice()).contains("Not for diagnosis");
        assertThat(card.training().licence()).contains("ODC-By");
        assertThat(card.training().attribution()).contains("Silva");
        assertThat(card.limits()).isNotEmpty();
        assertThat(card.inputs().get(0).columns()).hasSize(37);
        assertThat(card.results())
                .extracting(ModelCard.EvaluationResult::hoursSeen)
                .contains(6, 12, 24, 36, 48);
    }

    @Test
    void theReportInTheDocumentsIsTheShippedOne() {
        // when
        Path report = Path.of(System.getProperty("vigie.repository"), "docs/models/survival-lstm-1.md");

        // then
        assertThat(report).hasSameTextualContentAs(SHIPPED.resolve("model-card.md"));
    }

    @Test
    void theEnsemblesAreTheOnesTheirCardsAndTheDocumentsDescribe() throws IOException {
        // given
        Path repository = Path.of(System.getProperty("vigie.repository"));

        // when, then
        for (String version : new String[] {"1", "2"}) {
            Path bundle = repository.resolve("model-server/models/survival").resolve(version);

            ModelCard card = ModelBundle.open(bundle).card();

            assertThat(card.files()).containsOnlyKeys("saved_model.pb", "trees.ubj");
            assertThat(card.ensemble().parts().stream()
                            .mapToDouble(EnsemblePart::weight)
                            .sum())
                    .isEqualTo(1, within(1e-9));
            assertThat(card.gate().failures()).isEmpty();
            assertThat(repository.resolve("docs/models/survival-" + version + ".md"))
                    .hasSameTextualContentAs(bundle.resolve("model-card.md"));
            for (String file : card.files().keySet()) {
                assertThat(Files.size(bundle.resolve(file))).isLessThan(3_000_000);
            }
        }
    }

    @Test
    void oneChangedByteOfTheTreesIsFound() throws IOException {
        // given
        Path shipped = Path.of(System.getProperty("vigie.repository"), "model-server/models/survival/2");
        for (String file : new String[] {ModelBundle.SAVED_MODEL, ModelBundle.CARD, "trees.ubj"}) {
            Files.copy(shipped.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }

        // when
        Files.write(folder.resolve("trees.ubj"), new byte[] {0}, StandardOpenOption.APPEND);

        // then
        assertRefused("trees.ubj has digest");
    }

    @Test
    void aModelThatIsNotItsCardsIsRefused() throws IOException {
        // when
        Files.write(folder.resolve(ModelBundle.SAVED_MODEL), new byte[] {0}, StandardOpenOption.APPEND);

        // then
        assertRefused("its card says");
    }

    @Test
    void aCardThatIsNoneIsRefused() throws IOException {
        // when
        Files.writeString(folder.resolve(ModelBundle.CARD), "{\"name\": 1");

        // then
        assertRefused("not a model card");
    }

    @Test
    void aMissingPartIsNamed() throws IOException {
        // when
        Files.delete(folder.resolve(ModelBundle.SAVED_MODEL));

        // then
        assertRefused("saved_model.pb: cannot be read");

        // when
        Files.delete(folder.resolve(ModelBundle.CARD));

        // then
        assertRefused("model-card.json: missing");
    }

    @Test
    void aCardComesBackAsItWasWritten() throws IOException {
        // given
        ModelCard card = ModelBundle.open(folder).card();
        Path again = folder.resolve("again.json");

        // when
        card.write(again);

        // then
        assertThat(ModelCard.read(again)).isEqualTo(card);
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> ModelBundle.open(folder))
                .isInstanceOfSatisfying(
                        ModelException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ModelException.ModelErrorCode.DAMAGED_BUNDLE))
                .hasMessageContaining(reason);
    }
}
