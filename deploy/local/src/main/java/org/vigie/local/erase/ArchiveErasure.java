package org.vigie.local.erase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Removes the patient's records from the files of archives and of exports with names: Avro and Parquet. Each file that has some is written
 * again without them.
 *
 * @param patient who is erased
 * @param folders of the archives
 */
record ArchiveErasure(ErasedPatient patient, List<Path> folders) {
    ArchiveErasure {
        folders = List.copyOf(folders);
    }

    /** Removes the records from all files but the lists of stays, and returns how many there were in each file. */
    SortedMap<String, Long> removeRecords() throws IOException {
        return remove(false);
    }

    /** Removes the patient from the lists of stays. It comes last: an erasure that was interrupted still finds the stays. */
    SortedMap<String, Long> removeStays() throws IOException {
        return remove(true);
    }

    private SortedMap<String, Long> remove(boolean fromStayLists) throws IOException {
        SortedMap<String, Long> removed = new TreeMap<>();
        for (Map.Entry<Path, PatientFile> file : PatientFile.below(folders).entrySet()) {
            if (file.getValue().isStayList() == fromStayLists) {
                removed.put(file.getKey().toString(), file.getValue().remove(patient));
            }
        }
        removed.values().removeIf(records -> records == 0);
        return removed;
    }
}
