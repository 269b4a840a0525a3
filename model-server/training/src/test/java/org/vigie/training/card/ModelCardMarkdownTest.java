package org.vigie.training.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.signal.clean.CleaningRevision;

/** Tests the pages of the models that are shipped. */
class ModelCardMarkdownTest {
    private static Path model(String version) {
        return Path.of(System.getProperty("vigie.repository"), "model-server/models/survival", version);
    }

    private static ModelCard card(String version) throws IOException {
        return ModelBundle.open(model(version)).card();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void theShippedPageIsThatOfTheShippedCard(String version) throws IOException {
        // given
        String shipped = Files.readString(model(version).resolve("model-card.md"));

        // when
        String text = new ModelCardMarkdown(card(version)).text();

        // then
        assertThat(text).isEqualTo(shipped);
    }

    /** The ward cleans by the same constant (decision 95). */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void theModelsLearntFromStaysThatWereCleanedAsTheWardCleans(String version) throws IOException {
        // given
        ModelCard card = card(version);

        // when
        String text = new ModelCardMarkdown(card).text();

        // then
        assertThat(card.training().lineage().cleaning()).isEqualTo(CleaningRevision.SHIPPED.number());
        assertThat(text).contains("stays cleaned by revision " + CleaningRevision.SHIPPED.number() + " of the rules");
    }

    @Test
    void everyResultHasARowAndEveryLimitALine() throws IOException {
        // given
        ModelCard card = card("2");

        // when
        String text = new ModelCardMarkdown(card).text();

        // then
        assertThat(card.results())
                .allSatisfy(result -> assertThat(text)
                        .contains("| " + result.set() + " | " + result.hoursSeen() + " | " + result.stays() + " | "));
        assertThat(card.limits()).allSatisfy(limit -> assertThat(text).contains("\n- " + limit));
    }

    @Test
    void theDigestAndTheCommandThatMadeTheModelAreGiven() throws IOException {
        // given
        ModelCard card = card("2");

        // when, then
        assertThat(new ModelCardMarkdown(card).text())
                .contains(
                        "`" + card.digest() + "`",
                        "- Made by `" + card.training().command() + "`.");
    }
}
