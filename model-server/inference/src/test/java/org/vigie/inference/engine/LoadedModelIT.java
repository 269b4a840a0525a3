package org.vigie.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.bundle.Sha256Digest;
import org.vigie.model.protocol.FloatTensor;

/** Tests the shipped model on the real engine. */
class LoadedModelIT {
    private static final ModelBundle SHIPPED =
            ModelBundle.open(Path.of(System.getProperty("vigie.repository"), "model-server/models/survival-lstm/1"));
    private static final int ROWS = 5;

    private static LoadedModel model;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        model = LoadedModel.load(SHIPPED, EngineConfig.defaults());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void theDeviceOfTheComputationIsNamed() {
        assertThat(model.device()).isEqualTo("cpu");
    }

    @Test
    void aBatchGivesWhatItsRowsGiveAlone() {
        // given
        List<FloatTensor> batch = windows();

        // when
        float[] together = model.infer(batch).get(0).data();

        // then
        assertThat(together).hasSize(ROWS).doesNotHaveDuplicates();
        for (int row = 0; row < ROWS; row++) {
            assertThat(model.infer(row(batch, row)).get(0).data()[0]).isCloseTo(together[row], within(1e-6f));
        }
    }

    @Test
    void theOrderOfTheInputsDoesNotMatter() {
        // given
        List<FloatTensor> batch = windows();
        List<FloatTensor> turned = new ArrayList<>(batch);

        // when
        Collections.reverse(turned);

        // then
        assertThat(model.infer(turned).get(0).data())
                .isEqualTo(model.infer(batch).get(0).data());
    }

    @Test
    void aSavedModelWithoutAGraphIsRefusedByTheEngine() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve(ModelBundle.SAVED_MODEL), "");
        ModelCard card = SHIPPED.card();
        new ModelCard(
                        card.name(),
                        card.version(),
                        Sha256Digest.of(file).hex(),
                        card.files(),
                        card.purpose(),
                        card.notice(),
                        card.inputs(),
                        card.outputs(),
                        card.ensemble(),
                        card.gate(),
                        card.training(),
                        card.results(),
                        card.limits())
                .write(folder.resolve(ModelBundle.CARD));

        // when, then
        assertThatThrownBy(() -> LoadedModel.load(ModelBundle.open(folder), EngineConfig.defaults()))
                .isInstanceOfSatisfying(
                        ModelException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ModelException.ModelErrorCode.ENGINE_FAILED));
    }

    private static List<FloatTensor> windows() {
        SplittableRandom random = new SplittableRandom(1);
        List<FloatTensor> tensors = new ArrayList<>();
        for (TensorCard card : SHIPPED.card().inputs()) {
            long[] shape = card.shape().stream()
                    .mapToLong(axis -> axis < 0 ? ROWS : axis)
                    .toArray();
            float[] data = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < data.length; i++) {
                data[i] = card.name().equals("measured") ? random.nextInt(2) : (float) random.nextDouble(0, 48);
            }
            tensors.add(new FloatTensor(card.name(), shape, data));
        }
        return tensors;
    }

    private static List<FloatTensor> row(List<FloatTensor> batch, int row) {
        return batch.stream()
                .map(tensor -> {
                    int perRow = tensor.data().length / ROWS;
                    long[] shape = tensor.shape().clone();
                    shape[0] = 1;
                    return new FloatTensor(
                            tensor.name(), shape, Arrays.copyOfRange(tensor.data(), row * perRow, (row + 1) * perRow));
                })
                .toList();
    }
}
