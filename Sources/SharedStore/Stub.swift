// SharedStore
