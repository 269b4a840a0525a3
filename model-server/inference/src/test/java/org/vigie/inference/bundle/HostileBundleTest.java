package org.vigie.inference.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Opens bundles whose author means harm and made the card fit. */
class HostileBundleTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ReadFile",
                "WriteFile",
                "MatchingFiles",
                "SaveV2",
                "RestoreV2",
                "PyFunc",
                "EagerPyFunc",
                "LoadLibrary",
                "InitializeTableFromTextFileV2",
                "While",
                "StatelessWhile",
                "Enter",
                "NextIteration",
                "RpcCall"
            })
    void anOperationThatIsNotAllowedIsRefusedByName(String operation) throws IOException {
        // when
        change(graph -> graph.getGraphDefBuilder().addNode(node(operation)));

        // then
        assertUnsafe("uses the operation " + operation + ", which is not allowed");
    }

    @Test
    void anOperationInsideAFunctionIsRefusedToo() throws IOException {
        // when
        change(graph -> graph.getGraphDefBuilder()
                .getLibraryBuilder()
                .addFunction(FunctionDef.newBuilder().addNodeDef(node("ReadFile"))));

        // then
        assertUnsafe("uses the operation ReadFile");
    }

    @Test
    void aConstantThatWouldFillTheMemoryIsRefused() throws IOException {
        // given
        var huge = TensorProto.newBuilder()
                .setDtype(DataType.DT_FLOAT)
                .setTensorShape(TensorShapeProto.newBuilder()
                        .addDim(TensorShapeProto.Dim.newBuilder().setSize(1L << 40))
                        .addDim(TensorShapeProto.Dim.newBuilder().setSize(1L << 40)))
                .addFloatVal(1);

        // when
        change(graph -> graph.getGraphDefBuilder().addNode(constant(huge)));

        // then
        assertUnsafe("holds the constant hostile, which has more than");
    }

    @Test
    void aSizeThatWouldFillTheMemoryIsRefused() throws IOException {
        // given
        byte[] size = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(Integer.MAX_VALUE)
                .array();
        var repeats = TensorProto.newBuilder()
                .setDtype(DataType.DT_INT32)
                .setTensorShape(TensorShapeProto.newBuilder())
                .setTensorContent(ByteString.copyFrom(size));

        // when
        change(graph -> graph.getGraphDefBuilder().addNode(constant(repeats)));

        // then
        assertUnsafe("holds the constant hostile, which gives a size of more than");
    }

    @Test
    void aGraphThatReadsOtherFilesIsRefused() throws IOException {
        // when
        change(graph -> graph.addAssetFileDef(AssetFileDef.newBuilder().setFilename("../../etc/passwd")));

        // then
        assertUnsafe("names files beside it: ../../etc/passwd");
    }

    @Test
    void aGraphThatRestoresItsWeightsIsRefused() throws IOException {
        // when
        change(graph -> graph.setSaverDef(SaverDef.newBuilder().setRestoreOpName("restore")));

        // then
        assertUnsafe("restores its weights from other files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__saved_model_init_op", "another"})
    void aGraphThatRunsWhenItIsLoadedIsRefused(String signature) throws IOException {
        // when
        change(graph -> graph.putSignatureDef(signature, SignatureDef.getDefaultInstance())
                .putCollectionDef(
                        signature.equals("another") ? "saved_model_main_op" : "another",
                        CollectionDef.getDefaultInstance()));

        // then
        assertUnsafe("runs operations when it is loaded");
    }

    @Test
    void aFileThatTheCardDoesNotNameIsRefused() throws IOException {
        // when
        Files.createDirectories(folder.resolve("variables"));

        // then
        assertUnsafe("holds variables, which is no file that its card names");
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        // when
        Files.delete(folder.resolve(ModelBundle.SAVED_MODEL));
        Files.createSymbolicLink(folder.resolve(ModelBundle.SAVED_MODEL), SHIPPED.resolve(ModelBundle.SAVED_MODEL));

        // then
        assertUnsafe("holds saved_model.pb, which is no file that its card names");
    }

    @Test
    void aCardThatNamesAPathIsRefused() throws IOException {
        // given
        var json = new ObjectMapper();
        ObjectNode card =
                (ObjectNode) json.readTree(folder.resolve(ModelBundle.CARD).toFile());

        // when
        card.putObject("files").put("../../../etc/passwd", "00");
        json.writeValue(folder.resolve(ModelBundle.CARD).toFile(), card);

        // then
        assertUnsafe("its card names '../../../etc/passwd', which is no file name");
    }

    @Test
    void aFileThatIsNoSavedModelIsRefusedBeforeTheEngineGetsIt() throws IOException {
        // given
        Path file = folder.resolve(ModelBundle.SAVED_MODEL);
        String before = Sha256Digest.of(file).hex();
        Path card = folder.resolve(ModelBundle.CARD);

        // when
        Files.writeString(file, "no model at all");
        Files.writeString(
                card,
                Files.readString(card).replace(before, Sha256Digest.of(file).hex()));

        // then
        assertThatThrownBy(() -> ModelBundle.open(folder)).hasMessageContaining("saved_model.pb is no SavedModel");
    }

    @Test
    void theShippedModelsAreSafe() {
        for (String model : new String[] {"survival-lstm/1", "survival/1", "survival/2"}) {
            Path bundle = SHIPPED.getParent().getParent().resolve(model);
            assertThat(ModelBundle.open(bundle).directory()).isEqualTo(bundle);
        }
    }

    private static NodeDef.Builder node(String operation) {
        return NodeDef.newBuilder().setName("hostile").setOp(operation);
    }

    private static NodeDef.Builder constant(TensorProto.Builder value) {
        return node("Const")
                .putAttr("value", AttrValue.newBuilder().setTensor(value).build());
    }

    /** Changes the graph and writes its new digest into the card. */
    private void change(Consumer<MetaGraphDef.Builder> change) throws IOException {
        Path file = folder.resolve(ModelBundle.SAVED_MODEL);
        SavedModel.Builder model = SavedModel.parseFrom(Files.readAllBytes(file)).toBuilder();
        change.accept(model.getMetaGraphsBuilder(0));
        Files.write(file, model.build().toByteArray());
        Path card = folder.resolve(ModelBundle.CARD);
        String before = ModelCard.read(card).digest();
        Files.writeString(
                card,
                Files.readString(card).replace(before, Sha256Digest.of(file).hex()));
    }

    private void assertUnsafe(String problem) {
        assertThatThrownBy(() -> ModelBundle.open(folder))
                .isInstanceOfSatisfying(
                        ModelException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ModelException.ModelErrorCode.UNSAFE_BUNDLE))
                .hasMessageContaining(problem);
    }
}
