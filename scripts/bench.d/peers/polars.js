// Reads a CSV file of numbers by polars and writes it to a pipe: rows, columns, then the columns as doubles.
const { writeSync } = require('fs');
const polars = require('nodejs-polars');

const table = polars.readCSV(process.argv[2]);
writeAll(new BigInt64Array([BigInt(table.height), BigInt(table.width)]));
for (const column of table.getColumns()) {
  writeAll(column.cast(polars.Float64).toTypedArray());
}

function writeAll(numbers) {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(1, bytes, written);
  }
}
