import Foundation

// Temporary: the data side alone.
let arguments = CommandLine.arguments
func option(_ name: String, default value: String) -> URL {
  let place = arguments.firstIndex(of: name)
  return URL(fileURLWithPath: place.map { arguments[$0 + 1] } ?? value)
}
do {
  try checkData(
    data: option("--data", default: "../shared/data"), lists: option("--lists", default: "Sources/VeilModel/lists"),
    templates: option("--templates", default: "Sources/VeilTrain/templates"))
} catch {
  print(error)
  exit(1)
}
