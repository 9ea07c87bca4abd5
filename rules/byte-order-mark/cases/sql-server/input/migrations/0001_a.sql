CREATE TABLE [dbo].[a] ([id] int);
GO
