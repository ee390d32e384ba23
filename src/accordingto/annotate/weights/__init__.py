"""The weights of the encoder (docs/model-card-encoder.md) and their checksums. Written by `training/export.py`."""

SHA256 = {
    "encoder.json": "c4bdcb6e8c97f6968f70500181990bc0c1aa5529e70513e72e7b291d071cc658",
    "encoder.onnx": "416bf6481844fa04264716f7fff0258b25b005d8a3b8f145e6edacf7f092a32a",
    "relations.npy": "73c8090cafbae5d400bf33473e1fdc1af94209e0f4b506a806d704406d33242b",
}
