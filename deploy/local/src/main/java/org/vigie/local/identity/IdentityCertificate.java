package org.vigie.local.identity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Says what was searched for identities and what was found. It repeats no identity.
 *
 * @param at when the search ended
 * @param identities how many were searched for
 * @param places outcome for each kind of place
 */
public record IdentityCertificate(Instant at, int identities, List<SearchedPlaces> places) {
    public IdentityCertificate {
        places = List.copyOf(places);
    }

    /** Returns true when no identity was found and every place could be read. */
    public boolean isClean() {
        return places.stream()
                .allMatch(kind -> kind.found().isEmpty() && kind.unread().isEmpty());
    }

    /** Returns the certificate for people. */
    public Stream<String> lines() {
        return places.stream()
                .flatMap(kind -> Stream.of(
                                Stream.of(kind.places() + " " + kind.kind() + " searched for " + identities
                                        + " identities: " + kind.found().size() + " found"),
                                kind.found().stream()
                                        .map(place -> "  " + place.place() + " holds line " + place.identity()
                                                + " of the list"),
                                kind.unread().stream().map(place -> "  not searched: " + place))
                        .flatMap(line -> line));
    }

    /** Returns the certificate for programs. */
    public Map<String, Object> toMap() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("at", at.toString());
        answer.put("identities", identities);
        answer.put("clean", isClean());
        answer.put("places", places);
        return answer;
    }
}
