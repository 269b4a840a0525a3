package org.vigie.local;

import java.util.List;

/** Holds the raw records of one partition from its oldest kept one on; null where a record could not be read. */
record PartitionVerdicts(long first, List<byte[]> records) {}
