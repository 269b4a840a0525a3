package org.vigie.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Searches the files of a test's ward for identities. */
public final class FoundIdentities {
    private FoundIdentities() {}

    /** Returns each topic of a broker that holds one of the identities, with the identity's number. */
    public static List<String> in(KafkaConnectionConfig kafka, List<String> identities) {
        SearchedPlaces records = new TopicSearch(new ByteSearch(new SearchedIdentities(identities))).search(kafka);
        assertThat(records.places()).isPositive();
        return records.found().stream().map(Object::toString).toList();
    }

    /** Returns each page that holds one of the identities, with the identity's number. */
    public static List<String> on(List<URI> pages, List<String> identities) throws IOException {
        SearchedPlaces searched = new PageSearch(new ByteSearch(new SearchedIdentities(identities))).search(pages);
        return searched.found().stream().map(Object::toString).toList();
    }

    /** Returns each file below a folder that holds one of the identities, with the identity's number. */
    public static List<String> below(Path folder, List<String> identities) throws IOException {
        return new FileSearch(new ByteSearch(new SearchedIdentities(identities)))
                .search(List.of(folder)).found().stream().map(Object::toString).toList();
    }
}
