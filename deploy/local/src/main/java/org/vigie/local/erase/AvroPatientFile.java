package org.vigie.local.erase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Reads and writes an Avro container file. */
record AvroPatientFile(Path file) implements PatientFile {
    private static final int COMPRESSION = 6;

    @Override
    public boolean isStayList() throws IOException {
        try (var records = open()) {
            return records.getSchema().getField(STAYS) != null;
        }
    }

    @Override
    public List<String> stayLists() throws IOException {
        List<String> lists = new ArrayList<>();
        if (isStayList()) {
            try (var records = open()) {
                records.forEach(record -> lists.add(record.get(STAYS).toString()));
            }
        }
        return lists;
    }

    @Override
    public long remove(ErasedPatient patient) throws IOException {
        long removed = 0;
        try (var records = open();
                var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(records.getSchema()))) {
            writer.setCodec(CodecFactory.deflateCodec(COMPRESSION));
            writer.create(records.getSchema(), PatientFile.fresh(file).toFile());
            for (GenericRecord record : records) {
                if (patient.isNamedIn(record.toString()) || new BedMeasurement(record).isOf(patient)) {
                    removed++;
                } else {
                    writer.append(record);
                }
            }
        }
        return PatientFile.replaced(file, removed);
    }

    private DataFileReader<GenericRecord> open() throws IOException {
        return new DataFileReader<>(file.toFile(), new GenericDatumReader<>());
    }
}
