"""The weights of the encoder (docs/model-card-encoder.md) and their checksums. Written by `training/export.py`."""

SHA256 = {
    "encoder.json": "c4bdcb6e8c97f6968f70500181990bc0c1aa5529e70513e72e7b291d071cc658",
    "encoder.onnx": "df17b5f146fd8eb2e0f7bb2a67e3df93d586a7c72e0e04ee655db1a38182417f",
    "relations.npy": "377890331f3d9c932481207f7276fef3caf552cad8166ebf8d8e5b03f2ce5087",
}
