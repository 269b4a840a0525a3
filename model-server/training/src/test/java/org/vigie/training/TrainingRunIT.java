package org.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.Result;

/** The whole command on a small made-up set. */
class TrainingRunIT {
    @TempDir
    static Path folder;

    private static ModelCard card;
    private static String console;

    @BeforeAll
    static void train() throws IOException {
        SmallSet.write(folder, "a", 96, 1);
        SmallSet.write(folder, "b", 40, 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        card = ModelBundle.open(run("one", 3, out)).card();
        console = out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theBundleHoldsTheModelItsCardDescribes() {
        Path bundle = folder.resolve("one/survival-lstm/1");

        assertThat(card.name()).isEqualTo("survival-lstm");
        assertThat(card.training().staysLearnt() + card.training().staysHeldOut())
                .isEqualTo(96);
        assertThat(card.training().deaths()).isEqualTo(24);
        assertThat(card.training().rowsNotUsed()).containsEntry("NOT_RECORDED", 2 * 96);
        assertThat(bundle.resolve("model-card.md")).content().contains(card.digest(), "Not for diagnosis", "ODC-By");
    }

    @Test
    void itLearnsWhatIsThereToLearn() {
        Result last = card.results().get(card.results().size() - 1);

        assertThat(last.set()).isEqualTo("set B, never seen");
        assertThat(last.hoursSeen()).isEqualTo(48);
        assertThat(last.stays()).isEqualTo(40);
        assertThat(last.auroc()).isGreaterThan(0.95);
    }

    @Test
    void progressIsShown() {
        assertThat(console).contains("epoch   1 [", "epoch   6 [", "held out", "set B, never seen, 48 h seen: AUROC");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedDoesNot() throws IOException {
        ByteArrayOutputStream ignored = new ByteArrayOutputStream();

        String again = ModelBundle.open(run("two", 3, ignored)).card().digest();
        String other = ModelBundle.open(run("three", 4, ignored)).card().digest();

        assertThat(again).isEqualTo(card.digest());
        assertThat(other).isNotEqualTo(card.digest());
    }

    @Test
    void aFolderWithoutASetIsRefusedInASentence() {
        Path empty = folder.resolve("nowhere");

        assertThatThrownBy(() -> new TrainingRun(
                                TrainOptions.parse("--data", empty.toString()),
                                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                        .run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no such set");
        assertThat(Files.exists(empty)).isFalse();
    }

    private static Path run(String models, int seed, ByteArrayOutputStream out) throws IOException {
        TrainOptions options = TrainOptions.parse(
                "--data", folder.toString(),
                "--out", folder.resolve(models).toString(),
                "--seed", Integer.toString(seed),
                "--epochs", "6");
        return new TrainingRun(options, new PrintStream(out, true, StandardCharsets.UTF_8)).run();
    }
}
