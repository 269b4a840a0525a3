package org.vigie.local.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.schemas.Stay;

/**
 * Reads the stays that archives list. A topic holds only the newest stays of each bed, and an archive holds those of its days.
 *
 * @param folders of the archives
 */
record ArchivedStayLists(List<Path> folders) {
    private static final ObjectMapper JSON = new ObjectMapper();

    ArchivedStayLists {
        folders = List.copyOf(folders);
    }

    /** Hands over every version of every stay, those of an earlier day first. */
    void read(Consumer<Stay> stays) throws IOException {
        for (PatientFile file : PatientFile.below(folders).values()) {
            for (String list : file.stayLists()) {
                for (JsonNode stay : JSON.readTree(list)) {
                    if (stay.hasNonNull("from")) {
                        stays.accept(stay(stay));
                    }
                }
            }
        }
    }

    private static Stay stay(JsonNode stay) {
        Instant from = instant(stay.path("from"));
        return Stay.newBuilder()
                .setStay(stay.path("stay").asText(""))
                .setPatient(stay.path("patient").asText(""))
                .setBed(stay.path("bed").asText(""))
                .setVisit(stay.path("visit").asText(""))
                .setFrom(from)
                .setUntil(stay.hasNonNull("until") ? instant(stay.path("until")) : null)
                .setAdmittedAt(from)
                .build();
    }

    /** A time is a number in Avro and a text in Parquet, always UTC. */
    private static Instant instant(JsonNode time) {
        return time.isNumber()
                ? Instant.ofEpochMilli(time.asLong())
                : LocalDateTime.parse(time.asText().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
