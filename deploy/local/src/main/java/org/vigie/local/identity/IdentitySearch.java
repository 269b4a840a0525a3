package org.vigie.local.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Searches topics, files and pages for identities.
 *
 * @param identities names, numbers, birth dates or pseudonyms, at least four characters each
 */
public record IdentitySearch(List<String> identities) {
    public IdentitySearch {
        identities = List.copyOf(identities);
    }

    /**
     * Returns a value that can be searched for.
     *
     * @param option from which the value comes, for the message
     * @throws IllegalArgumentException when it is so short that it stands everywhere by chance
     */
    public static String searchable(String option, String value) {
        if (value.length() < SearchedIdentities.SHORTEST) {
            throw new IllegalArgumentException("%s: must have %d characters or more, was '%s'"
                    .formatted(option, SearchedIdentities.SHORTEST, value));
        }
        return value;
    }

    /**
     * Searches and says what was found.
     *
     * @param kafka broker whose topics are searched; empty to leave them out
     */
    public IdentityCertificate run(Optional<KafkaConnectionConfig> kafka, List<Path> folders, List<URI> pages)
            throws IOException {
        var searched = new SearchedIdentities(identities);
        var bytes = new ByteSearch(searched);
        List<SearchedPlaces> places = new ArrayList<>();
        kafka.ifPresent(broker -> places.add(new TopicSearch(bytes).search(broker)));
        places.add(new FileSearch(bytes).search(folders));
        places.add(new PageSearch(bytes).search(pages));
        return new IdentityCertificate(Instant.now(), searched.texts().size(), places);
    }

    /** Reads a file with one identity on each line. */
    public static List<String> read(Path list) {
        return SearchedIdentities.read(list).texts();
    }
}
