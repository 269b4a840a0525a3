package org.vigie.local.identity;

import java.util.List;

/**
 * Holds the outcome of a search in places of one kind.
 *
 * @param kind files, topics or pages
 * @param places how many were searched
 * @param found places that hold an identity
 * @param unread places whose content this search cannot read
 */
public record SearchedPlaces(String kind, long places, List<IdentityPlace> found, List<String> unread) {
    public SearchedPlaces {
        found = List.copyOf(found);
        unread = List.copyOf(unread);
    }

    /**
     * Holds a place in which an identity stands.
     *
     * @param identity number of its line in the list, from 1; the identity itself is not repeated
     */
    public record IdentityPlace(String place, int identity) {}
}
