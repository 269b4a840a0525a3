package org.vigie.inference.graph;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.proto.DataType;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelException;

/** Checks graphs of allowed operations and small constants that would fill the memory when they run. */
class HostileGraphTest {
    private static final Path MODELS = Path.of(System.getProperty("vigie.repository"), "model-server/models");
    private static final ModelBundle SHIPPED = ModelBundle.open(MODELS.resolve("survival-lstm/1"));
    private static final GraphMemoryCheck CHECK = new GraphMemoryCheck(4L << 30);
    private static final int LARGEST = 1 << 20;

    private final WrittenGraph graph = new WrittenGraph();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "survival-lstm/1, serving_default, 64",
        "survival/1, serving_default, 64",
        "survival/1, attribution, 8",
        "survival/2, serving_default, 64",
        "survival/2, attribution, 8"
    })
    void theShippedModelsFit(String model, String signature, int windows) {
        // given
        ModelBundle bundle = ModelBundle.open(MODELS.resolve(model));

        // when, then
        assertThatCode(() -> CHECK.check(bundle, signature, windows)).doesNotThrowAnyException();
    }

    @Test
    void aConstantThatFillsATensorIsNamedWithItsShapeAndItsBytes() throws IOException {
        // when
        graph.list("sizes", LARGEST, 4096).number("one", 1).operation("huge", "Fill", "sizes", "one");

        // then
        assertRefused(
                "huge",
                "takes 17179869196 bytes",
                "bytes for 1 windows, more than 4294967296: huge (Fill) [1048576, 4096] takes 17179869184 bytes");
    }

    @Test
    void aTensorThatIsRepeatedIsRefused() throws IOException {
        // when
        graph.list("times", 1, LARGEST, 1).operation("repeated", "Tile", "values", "times");

        // then
        assertRefused("repeated", "repeated (Tile) [1, 50331648, 37] takes");
    }

    @Test
    void aColumnAndARowThatAreAddedAreRefused() throws IOException {
        // when
        graph.list("column sizes", LARGEST, 1)
                .list("row sizes", 1, LARGEST)
                .number("one", 1)
                .operation("column", "Fill", "column sizes", "one")
                .operation("row", "Fill", "row sizes", "one")
                .operation("sum", "Add", "column", "row");

        // then
        assertRefused("sum", "sum (Add) [1048576, 1048576] takes 4398046511104 bytes");
    }

    @Test
    void manyTensorsThatAreHeldTogetherAreRefused() throws IOException {
        // given
        graph.list("sizes", LARGEST, 64).number("one", 1).list("both", 0, 1);
        String[] sums = new String[32];

        // when
        for (int branch = 0; branch < sums.length; branch++) {
            sums[branch] = "sum" + branch;
            graph.operation("large" + branch, "Fill", "sizes", "one")
                    .operation(sums[branch], "Sum", "large" + branch, "both");
        }
        graph.operation("all", "AddN", sums);

        // then
        assertRefused("all", "more than 4294967296: large", "(Fill) [1048576, 64] takes 268435456 bytes");
    }

    @Test
    void oneAfterTheOtherTheSameTensorsFit() throws IOException {
        // given
        graph.list("sizes", LARGEST, 64).number("one", 1).operation("large0", "Fill", "sizes", "one");

        // when
        for (int step = 1; step <= 32; step++) {
            graph.operation("large" + step, "Sqrt", "large" + (step - 1));
        }

        // then
        ModelBundle bundle = graph.write(folder, SHIPPED, "large32");
        assertThatCode(() -> CHECK.check(bundle, "serving_default", 64)).doesNotThrowAnyException();
    }

    @Test
    void aSizeThatTheDataDecideIsRefused() throws IOException {
        // when
        graph.list("all", 0, 1, 2)
                .list("one", 1)
                .operation("sum", "Sum", "values", "all")
                .cast("size", DataType.DT_INT32, "sum")
                .operation("sizes", "Reshape", "size", "one")
                .number("number", 1)
                .operation("grown", "Fill", "sizes", "number");

        // then
        assertRefused("grown", "may take any memory: grown (Fill) takes a size that is only known when it runs");
    }

    @Test
    void aSizeThatGrowsWhereTheNumberOfWindowsFallsIsRefused() throws IOException {
        // when
        graph.operation("shape", "Shape", "values")
                .number("all windows", 64)
                .operation("missing", "Sub", "all windows", "shape")
                .number("much", 1024)
                .operation("sizes", "Mul", "missing", "much")
                .number("one", 1)
                .operation("grown", "Fill", "sizes", "one");

        // then
        assertRefused("grown", "grown (Fill) [64512, 16384, 27648]");
    }

    @Test
    void aSizeThatIsCutOffAtThirtyTwoBitsIsRefused() throws IOException {
        // when
        graph.list("much", LARGEST)
                .operation("more", "Mul", "much", "much")
                .number("one", 1)
                .operation("cut", "Fill", "more", "one");

        // then
        assertRefused("cut", "cut (Fill) takes a size that is only known when it runs");
    }

    @Test
    void aProductBeyondSixtyFourBitsIsRefused() throws IOException {
        // when
        graph.list("sizes", LARGEST, LARGEST, LARGEST, LARGEST).number("one", 1).operation("x", "Fill", "sizes", "one");

        // then
        assertRefused("x", "x (Fill) has a shape that cannot be computed: long overflow");
    }

    @Test
    void operationsThatWaitForEachOtherAreRefused() throws IOException {
        // when
        graph.operation("first", "Add", "second", "values").operation("second", "Sqrt", "first");

        // then
        assertRefused("second", "has operations that wait for each other");
    }

    @Test
    void theNameOfAnOperationStaysInOneLine() throws IOException {
        // when
        graph.operation("a\nb", "Where", "values");

        // then
        assertRefused("a\nb", "a?b (Where) makes as many rows as its data have true values");
    }

    private void assertRefused(String output, String... texts) throws IOException {
        ModelBundle bundle = graph.write(folder, SHIPPED, output);
        assertThatThrownBy(() -> CHECK.check(bundle, "serving_default", 64))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("UNSAFE_BUNDLE: ")
                .hasMessageContainingAll(texts);
    }
}
