package org.vigie.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Tests what the jar of the job holds. */
class FlinkJobJarIT {
    /** Packages that a Flink cluster does not bring. */
    private static final List<String> CONNECTORS = List.of(
            "org/apache/flink/connector/base/",
            "org/apache/flink/connector/kafka/",
            "org/apache/flink/streaming/connectors/kafka/",
            "org/apache/flink/streaming/util/serialization/",
            "org/apache/flink/formats/avro/");

    @Test
    void theJarHoldsTheJobAndItsConnectorsAndNothingOfFlinkItself() throws IOException {
        // given
        try (var jar = new JarFile(BuiltFlink.job().toFile())) {
            // when
            List<String> classes = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();

            // then
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("org.vigie.risk.Main");
            assertThat(classes)
                    .contains("org/vigie/risk/Main.class", "org/apache/kafka/clients/consumer/KafkaConsumer.class")
                    .filteredOn(name -> name.startsWith("org/apache/flink/"))
                    .isNotEmpty()
                    .allMatch(name -> CONNECTORS.stream().anyMatch(name::startsWith));
            assertThat(classes)
                    .noneMatch(name -> name.startsWith("org/rocksdb/"))
                    .noneMatch(name -> name.startsWith("org/apache/kafka/streams/"))
                    .noneMatch(name -> name.startsWith("org/slf4j/"));
        }
    }

    @Test
    void theJarLeavesTheWebPortToTheCluster() throws IOException {
        // given
        try (var jar = new JarFile(BuiltFlink.job().toFile())) {
            // when
            ZipEntry guard = jar.getEntry(
                    "META-INF/services/org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory");

            // then
            assertThat(guard).isNull();
            assertThat(jar.getEntry("META-INF/services/io.grpc.ManagedChannelProvider"))
                    .isNotNull();
        }
    }
}
