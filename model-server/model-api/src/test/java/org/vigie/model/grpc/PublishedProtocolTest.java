package org.vigie.model.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc;
import org.vigie.model.grpc.v2.ModelInferRequest;

/**
 * Tests that the gRPC messages have the published names, numbers and types: stubs of the published file read our
 * messages.
 */
class PublishedProtocolTest {
    @Test
    void everyFieldIsThePublishedOne() throws Exception {
        // when
        List<String> ours = ModelInferRequest.getDescriptor().getFile().getMessageTypes().stream()
                .flatMap(message -> fields("", message))
                .toList();

        // then
        assertThat(ours).containsExactlyInAnyOrderElementsOf(published());
    }

    @Test
    void theServiceHasThePublishedName() {
        assertThat(GRPCInferenceServiceGrpc.SERVICE_NAME).isEqualTo("inference.GRPCInferenceService");
    }

    private static Stream<String> fields(String within, Descriptor message) {
        String name = within + message.getName();
        return Stream.concat(
                message.getFields().stream().map(field -> name + "." + description(field)),
                message.getNestedTypes().stream()
                        .filter(nested -> !nested.getOptions().getMapEntry())
                        .flatMap(nested -> fields(name + ".", nested)));
    }

    private static String description(FieldDescriptor field) {
        return field.getName() + " = " + field.getNumber() + (field.isRepeated() ? " repeated " : " ")
                + field.getType().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> published() throws Exception {
        try (InputStream in = Objects.requireNonNull(
                PublishedProtocolTest.class.getResourceAsStream("/open-inference-protocol.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
