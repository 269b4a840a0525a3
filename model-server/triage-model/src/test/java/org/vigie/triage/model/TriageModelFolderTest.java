package org.vigie.triage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageModelFolderTest {
    private static final List<String> FILES =
            List.of(TriageModelFolder.CARD, "complaint.ubj.gz", "assessment.ubj.gz", "vitals.ubj.gz");

    @TempDir
    Path folder;

    @Test
    void aCopyOfTheShippedModelOpens() throws IOException {
        // given
        copyShipped();
        // when
        try (TriageModel model = TriageModel.open(folder);
                TriageModel shipped = TriageModel.shipped()) {
            // then
            assertThat(model.card()).isEqualTo(shipped.card());
        }
    }

    @Test
    void treesOfAnotherModelAreRefused() throws IOException {
        // given
        copyShipped();
        Files.copy(
                folder.resolve("vitals.ubj.gz"),
                folder.resolve("assessment.ubj.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        // when, then
        assertThatThrownBy(() -> TriageModel.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder + ": its trees are not those of its card: digest ");
    }

    @Test
    void aModelThatLearntFromAnotherTableOfComplaintsIsRefused() throws IOException {
        // given
        copyShipped();
        Path card = folder.resolve(TriageModelFolder.CARD);
        String version;
        try (TriageModel shipped = TriageModel.shipped()) {
            version = shipped.card().complaints();
        }
        Files.writeString(card, Files.readString(card).replace(version, "complaints-0"));
        // when, then
        assertThatThrownBy(() -> TriageModel.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("learnt with complaints-0, here is " + version);
    }

    @Test
    void aFolderWithoutACardIsNamed() {
        // given
        Path empty = folder;
        // when, then
        assertThatThrownBy(() -> TriageModel.open(empty))
                .isInstanceOf(IOException.class)
                .hasMessage(empty + ": holds no triage model, model-card.json is missing");
    }

    private void copyShipped() throws IOException {
        for (String name : FILES) {
            try (InputStream file = TriageModel.class.getResourceAsStream("/triage-ktas/1/" + name)) {
                assertThat(file).as(name).isNotNull();
                Files.write(folder.resolve(name), file.readAllBytes());
            }
        }
        assertThat(Files.readString(folder.resolve(TriageModelFolder.CARD), StandardCharsets.UTF_8))
                .contains("triage-ktas");
    }
}
