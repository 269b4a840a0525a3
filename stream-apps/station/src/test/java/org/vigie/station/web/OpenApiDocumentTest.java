package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.vigie.station.command.AlertCommandRequest;
import org.vigie.station.command.AlertCommandResponse;
import org.vigie.station.passport.ResultVerification;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.replay.ReplaySteeringRequest;
import org.vigie.station.replay.ReplaySteeringResponse;
import org.vigie.station.trend.TrendSnapshot;
import org.vigie.station.ward.BedAccessesSnapshot;
import org.vigie.station.ward.BedHistorySnapshot;
import org.vigie.station.ward.StationWardSnapshot;

/** Compares the schemas of the OpenAPI description with the records that the station writes. */
class OpenApiDocumentTest {
    private static final String MARK =
            "    # From here on the schemas are written from the records of the station (OpenApiDocumentTest, "
                    + "-Dvigie.write.docs=true).\n";

    @Test
    void theSchemasAreThoseOfTheRecords() throws IOException {
        // given
        String schemas = asYaml(new SnapshotSchemas()
                .with(StationWardSnapshot.class)
                .with(PastWardSnapshot.class)
                .with(TrendSnapshot.class)
                .with(BedHistorySnapshot.class)
                .with(BedAccessesSnapshot.class)
                .with(ResultVerification.class)
                .with(StationHealth.class)
                .with(AlertCommandRequest.class)
                .with(AlertCommandResponse.class)
                .with(ReplaySteeringRequest.class)
                .with(ReplaySteeringResponse.class));
        String document = Files.readString(OpenApiDocument.FILE);
        String byHand = document.substring(0, document.indexOf(MARK) + MARK.length());
        if (Boolean.getBoolean("vigie.write.docs")) {
            Files.writeString(OpenApiDocument.FILE, byHand + schemas);
        }
        // when
        String written = Files.readString(OpenApiDocument.FILE);
        // then
        assertThat(written)
                .as("run the test with -Dvigie.write.docs=true to write them")
                .isEqualTo(byHand + schemas);
    }

    @Test
    void everyReferenceLeadsToADescription() throws IOException {
        // when
        var document = new OpenApiDocument();
        // then
        assertThat(document.brokenReferences()).isEmpty();
        assertThat(document.schemas().size()).isGreaterThan(40);
    }

    private static String asYaml(SnapshotSchemas schemas) throws IOException {
        var yaml = YAMLMapper.builder()
                .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
                .enable(Feature.MINIMIZE_QUOTES)
                .build();
        return yaml.writeValueAsString(schemas.schemas()).replaceAll("(?m)^(?=.)", "    ");
    }
}
